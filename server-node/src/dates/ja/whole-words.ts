const SEGMENTER = new Intl.Segmenter('ja', { granularity: 'word' });
/** What the dictionary joins wrongly: 3月20日頃, 15時前. */
const NO_WORDS: readonly string[] = ['日頃', '月頃', '時頃', '日前', '日中', '時中', '月中'];
const HAN = /\p{Script=Han}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

export interface Words {
  /** Whether a word ends, and another begins, before this place. */
  isEdge(at: number): boolean;
  /** Whether these signs stand in the midst of a longer word, as 四日 in 四日市 and 明日 in 明日香. */
  isWithinWord(from: number, to: number): boolean;
}

/** The words of a line by the dictionary; looked up only when somebody asks. */
export function wordsOf(line: string): Words {
  let edges: Set<number> | undefined;
  const isEdge = (at: number): boolean => {
    edges ??= edgesOf(line);
    return at === line.length || edges.has(at);
  };
  return {
    isEdge,
    isWithinWord: (from, to) => isSplit(line, from, isEdge) || isSplit(line, to, isEdge),
  };
}

/** Signs of one script that the dictionary does not part. Elsewhere it is less sure: it takes 時に for one word. */
function isSplit(line: string, at: number, isEdge: (at: number) => boolean): boolean {
  const [before = '', after = ''] = [line[at - 1], line[at]];
  const isOneScript = [HAN, KANA].some((script) => script.test(before) && script.test(after));
  return isOneScript && !isEdge(at);
}

const edgesOf = (line: string): Set<number> =>
  new Set(
    [...SEGMENTER.segment(line)].flatMap(({ index, segment }) =>
      NO_WORDS.includes(segment) ? [index, index + 1] : [index],
    ),
  );
