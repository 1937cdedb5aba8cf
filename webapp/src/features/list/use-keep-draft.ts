import { useApp } from '../../app/app-context.tsx';
import type { EditDraft } from '../../app/edit-drafts.ts';
import { plainText } from '../../host/inline-markdown.ts';
import { useSay } from '../../host/texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { theirsOf } from './theirs.ts';
import { changeOf } from './use-edit.ts';

/**
 * Saves what was written. On a to-do that others have ticked or changed it is an edit of what they left; one that they
 * deleted is added anew.
 *
 * @returns the key of the row that has the text now
 */
export function useKeepDraft(): (row: Row, draft: EditDraft) => string {
  const app = useApp();
  const say = useSay();
  return (row, draft) => {
    const theirs = theirsOf(draft, row);
    const text = draft.text.trim();
    app.editDrafts.forget(draft.key);
    if (theirs === 'deleted' || theirs === 'gone') {
      const { listId, source } = draft.todo;
      const added = app.actions.add(listId, text, source, draft.notes.trim());
      app.actions.announceWhenTaken(added, say('announce.added', { text: plainText(text) }));
      return added.localId;
    }
    const wanted = changeOf(row.todo, draft);
    if (wanted === null) return row.key;
    const edited = app.actions.edit(row.todo, wanted, row.todo.version);
    app.actions.announceWhenTaken(edited, say('announce.edited', { text: plainText(text) }));
    return row.key;
  };
}
