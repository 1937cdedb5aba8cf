import { useMemo, type RefObject } from 'react';
import { useApp } from '../../app/app-context.tsx';
import { plainText } from '../../host/inline-markdown.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import { isConflict, refusalOf } from '../../model/select-list.ts';
import type { Row } from '../../model/select-rows.ts';
import type { PendingOf } from '../../model/state.ts';
import { checkOf, neighbourKey } from '../../ui/focus-row.ts';
import { canAssign } from './can-assign.ts';
import type { Picking, RowActs } from './row-acts.ts';
import { isDraftOf } from './use-held-rows.ts';

export function useRowActsOf(
  box: RefObject<HTMLDivElement>,
  setCurrent: (key: string) => void,
  setEditing: (row: Row) => void,
  setPicking: (picking: Picking) => void,
  setWhole: (update: (key: string | null) => string | null) => void,
  setRefocus: (target: { key: string }) => void,
): RowActs {
  const app = useApp();
  const say = useSay();
  return useMemo(() => {
    const hasFocus = (row: Row) =>
      box.current !== null &&
      checkOf(box.current, row.key)?.closest('li')?.contains(document.activeElement) === true;
    const isReadOnly = ({ todo }: Row) => (app.read().lists[todo.listId]?.readOnly ?? null) !== null;
    const takeUp = (row: Row, { requestId, text, notes }: PendingOf<'edit'>): void => {
      const { key, todo } = row;
      app.editDrafts.write({ key, todo, text, notes: notes ?? todo.notes, isRefused: true });
      app.actions.discard(requestId);
    };
    return {
      toggle(row) {
        if (isReadOnly(row)) return;
        const next = row.todo.state === 'done' ? 'open' : 'done';
        const change = app.actions.setState(row.todo, next);
        const draft = app.editDrafts.ofList(row.todo.listId).find((one) => isDraftOf(one, row));
        if (draft !== undefined) app.editDrafts.write({ ...draft, todo: { ...draft.todo, state: next } });
        const text = plainText(row.todo.text);
        app.actions.announceWhenTaken(
          change,
          next === 'done' ? say('announce.done', { text }) : say('announce.reopened', { text }),
        );
      },
      startEdit(row) {
        if (isReadOnly(row)) return;
        const refused = refusalOf(row);
        if (refused !== undefined && isConflict(refused)) takeUp(row, refused);
        setEditing(row);
      },
      startDate(row) {
        if (!isReadOnly(row) && app.read().me?.readsDates === true) setPicking({ row, what: 'date' });
      },
      startAssign(row) {
        if (!isReadOnly(row) && canAssign(app.read(), row.todo)) setPicking({ row, what: 'person' });
      },
      open: (row) => setWhole((key) => (key === row.key ? null : row.key)),
      remove(row) {
        const next = hasFocus(row) && box.current !== null ? neighbourKey(box.current, row.key) : null;
        const refused = row.pending.find((one) => one.kind === 'add' && one.refusal !== null);
        if (isReadOnly(row) && refused === undefined) return;
        const said = say('announce.deleted', { text: plainText(row.todo.text) });
        if (refused === undefined) app.actions.announceWhenTaken(app.actions.remove(row.todo), said);
        else app.actions.discard(refused.requestId, row.key);
        app.editDrafts.forget(row.key);
        if (next !== null) setRefocus({ key: next });
      },
      focus: setCurrent,
    };
  }, [app, say, box, setCurrent, setEditing, setPicking, setWhole, setRefocus]);
}
