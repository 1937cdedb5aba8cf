import { MOST_CHOICES, type Choice, type Choices } from '../../replies/choices.ts';
import type { UserId } from '../../shared/ids.ts';
import type { ListId } from '../../todos/list.ts';
import type { Texts } from '../texts/texts.ts';
import { asLabel } from './label-of.ts';
import type { Candidate } from './which-refusals.ts';

interface Asked {
  actorId: UserId;
  listId: ListId;
  /** What all of them would do is not to be done by mistake. */
  isDangerous: boolean;
}

/** A few beside one another as buttons, more in a select. */
export function choicesAmong(
  { press: { labels } }: Texts,
  candidates: readonly Candidate[],
  { actorId, listId, isDangerous }: Asked,
): Choices {
  const options = candidates.map((candidate) => ({
    label: asLabel(candidate.text),
    act: 'act' in candidate ? candidate.act : ({ kind: 'line', listId, line: candidate.line } as const),
  }));
  const buttons: Choice[] = options.map((option) => (isDangerous ? { ...option, style: 'danger' } : option));
  const isFew = options.length <= MOST_CHOICES;
  return { offered: isFew ? buttons : [{ label: labels.which, options }], onlyFor: actorId };
}
