const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });
/** Longer than words are. */
export const AHEAD = 8;

/** What the dictionary joins wrongly: 两点到医院, 每月底盘点. */
const NO_WORDS: readonly string[] = ['点到', '底盘', '前把', '天一', '日前', '日后', '日内', '午前'];

/** 后去, 前再: a verb of one sign behind what ends a time. */
const WITH_A_VERB = /^[后内前][去再给把请回开交做看找叫发拿取提排订种搬结签填买卖改写洗睡吃喝赶补退领抢]$/;

/** Whether a word ends at `to`, in the words from `from` on: one ends behind 周日 in 周日开会, but not in 周日语课. */
export function endsWord(line: string, from: number, to: number): boolean {
  const around = line.slice(from, to + AHEAD);
  if (around.length === to - from) return true;
  const across = SEGMENTER.segment(around).containing(to - from);
  return (
    across === undefined ||
    across.index === to - from ||
    NO_WORDS.includes(across.segment) ||
    WITH_A_VERB.test(across.segment)
  );
}

/** What the dictionary takes apart. */
const WORDS = /^(?:年[会终货报度]|周[会例报总]|月考|天台|组会)/;

/** The word that begins at a place where one does. */
export function wordAt(line: string, at: number): string {
  const behind = line.slice(at, at + AHEAD);
  return WORDS.exec(behind)?.[0] ?? SEGMENTER.segment(behind).containing(0)?.segment ?? '';
}
