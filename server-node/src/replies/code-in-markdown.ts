/** From its first character to the one after its last. */
export type Stretch = readonly [start: number, end: number];

export interface CodeInMarkdown {
  /** In order, not overlapping. */
  stretches: readonly Stretch[];
  /** What closes the code block in which the text ends, if it ends in one. */
  openFence: string | undefined;
}

interface Line {
  text: string;
  start: number;
}

/**
 * The parts of a text that Mattermost certainly takes for code. Where its reading is hard to foresee (fences inside
 * of lists and quotes, backticks beside links or backslashes, spans over several lines) the text counts as no code:
 * whoever makes text harmless must not be too trusting, and may be too careful.
 */
export function codeInMarkdown(text: string): CodeInMarkdown {
  const stretches: Stretch[] = [];
  let paragraph: Line[] = [];
  let fence: { marker: string; start: number } | undefined;
  for (const line of linesOf(text)) {
    if (fence !== undefined) {
      if (closes(line.text, fence.marker)) {
        stretches.push([fence.start, line.start + line.text.length]);
        fence = undefined;
      } else if (line.text.includes(fence.marker)) {
        stretches.push([fence.start, line.start]);
        return { stretches, openFence: undefined };
      }
      continue;
    }
    const marker = FENCE.exec(line.text)?.[1];
    if (marker === undefined && FENCE_IN_CONTAINER.test(line.text)) {
      return { stretches, openFence: undefined };
    }
    if (marker === undefined && !BLANK.test(line.text)) {
      paragraph.push(line);
      continue;
    }
    stretches.push(...spansOf(paragraph));
    paragraph = [];
    fence = marker === undefined ? undefined : { marker, start: line.start };
  }
  stretches.push(...(fence === undefined ? spansOf(paragraph) : [[fence.start, text.length] as const]));
  return { stretches, openFence: fence?.marker };
}

const FENCE = /^(`{3,}|~{3,})[^`]*$/;
const FENCE_IN_CONTAINER = /^[\s>*+\-\d.)]+(?:`{3,}|~{3,})[^`]*$/;
const BLANK = /^[ \t]*$/;
/** What can make Mattermost pair the backticks of a paragraph in another way than one after the other. */
const UNFORESEEABLE = /[\\[\]|]|:\/\/|www\d{0,3}\./i;

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    start += line.length + 1;
    return { text: line, start: start - line.length - 1 };
  });
}

function closes(line: string, marker: string): boolean {
  const bare = line.replace(/[ \t]+$/, '');
  return bare.startsWith(marker) && [...bare].every((character) => character === marker[0]);
}

/** Code spans of a paragraph of which each line pairs its own backticks; else none. */
function spansOf(paragraph: readonly Line[]): Stretch[] {
  const spans = paragraph.map(spansOfLine);
  const foreseeable = paragraph.every(({ text }) => !UNFORESEEABLE.test(text));
  return foreseeable && spans.every((found) => found !== undefined) ? spans.flat() : [];
}

/** @returns undefined when a run of backticks has no partner in its line */
function spansOfLine({ text, start }: Line): Stretch[] | undefined {
  const runs = [...text.matchAll(/`+/g)];
  const spans: Stretch[] = [];
  for (let i = 0; i < runs.length;) {
    const open = runs[i];
    let close = i + 1;
    while (close < runs.length && runs[close]?.[0] !== open?.[0]) close += 1;
    if (open === undefined || close === runs.length) {
      return undefined;
    }
    spans.push([start + open.index, start + (runs[close]?.index ?? 0) + open[0].length]);
    i = close + 1;
  }
  return spans;
}
