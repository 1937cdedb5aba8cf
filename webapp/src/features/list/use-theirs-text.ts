import { useApp, useModel } from '../../app/app-context.tsx';
import { useUsername } from '../../host/person.tsx';
import { useSay, type TextId } from '../../host/sidebar-texts.ts';
import type { Row } from '../../model/select-rows.ts';
import type { Theirs } from './theirs.ts';

const TEXTS: Record<Theirs, readonly [others: TextId, own: TextId]> = {
  done: ['theirs.done', 'theirs.doneByYou'],
  reopened: ['theirs.reopened', 'theirs.reopenedByYou'],
  deleted: ['theirs.deleted', 'theirs.deletedByYou'],
  changed: ['theirs.changed', 'theirs.changedByYou'],
  gone: ['theirs.gone', 'theirs.gone'],
};

/** Who made the to-do what it is now. Where no event told, the list may know who ticked it. Empty where nobody knows. */
function useChanger({ todo }: Row, theirs: Theirs | null): string {
  return useModel(({ changedBy, doneBy }) => {
    const last = changedBy[todo.id];
    if (last?.version === todo.version) return last.userId;
    return theirs === 'done' ? (doneBy[todo.id] ?? '') : '';
  });
}

/** What others, or the person in another window, did to a row. Empty for nothing. */
export function useTheirsText(row: Row, theirs: Theirs | null): string {
  const { userId } = useApp();
  const say = useSay();
  const changer = useChanger(row, theirs);
  const name = useUsername(changer);
  if (theirs === null) return '';
  const [others, own] = TEXTS[theirs];
  return changer === userId ? say(own) : say(others, { name: name === '' ? say('someone') : name });
}
