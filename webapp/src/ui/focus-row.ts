/** Rows are list items with their key in `data-todo-key` and a check box, which takes the focus. */
const CHECK = 'input.todo-node-check';
export const checksIn = (list: HTMLElement) => [...list.querySelectorAll<HTMLInputElement>(CHECK)];

export const focusFirst = (list: HTMLElement | null) => list && checksIn(list)[0]?.focus();

export const keyOfRow = (part: Element) => part.closest('li')?.dataset['todoKey'] ?? null;

export function checkOf(list: HTMLElement, key: string): HTMLInputElement | null {
  return checksIn(list).find((check) => keyOfRow(check) === key) ?? null;
}

const STEPS: Record<string, (at: number, all: readonly HTMLInputElement[]) => number> = {
  ArrowDown: (at, all) => Math.min(all.length - 1, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_at, all) => all.length - 1,
  PageDown: (at, all) => nextGroup(at, all, 1),
  PageUp: (at, all) => nextGroup(at, all, -1),
};

/** Moves the focus along the rows. @returns whether the key is one of ours */
export function moveFocus(list: HTMLElement, from: Element, key: string): boolean {
  const step = STEPS[key];
  if (step === undefined) return false;
  const all = checksIn(list);
  const at = all.findIndex((check) => check.closest('li') === from.closest('li'));
  all[step(at, all)]?.focus();
  return true;
}

/** First row of the next group, or of this one and then the one before. */
function nextGroup(at: number, all: readonly HTMLInputElement[], direction: 1 | -1): number {
  const groupOf = (index: number) => all[index]?.closest('section');
  const firstOf = (group: Element | null | undefined) =>
    all.findIndex((check) => check.closest('section') === group);
  if (direction === 1) {
    const next = all.findIndex((_check, index) => index > at && groupOf(index) !== groupOf(at));
    return next === -1 ? all.length - 1 : next;
  }
  const first = firstOf(groupOf(at));
  return at === first ? firstOf(groupOf(Math.max(0, first - 1))) : first;
}

/** Where the focus goes when a row leaves: the next one, else the one before. */
export function neighbourKey(list: HTMLElement, key: string): string | null {
  const all = checksIn(list);
  const at = all.findIndex((check) => keyOfRow(check) === key);
  const neighbour = all[at + 1] ?? all[at - 1];
  return neighbour === undefined ? null : keyOfRow(neighbour);
}
