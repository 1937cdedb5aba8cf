import { useApp } from '../../app/app-context.tsx';
import type { EditDraft } from '../../app/edit-drafts.ts';
import type { SaidText } from '../../app/use-said-text.ts';
import { plainText } from '../../host/inline-markdown.ts';
import { useZone } from '../../app/use-zone.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { theirsOf } from './theirs.ts';
import { changeOf } from './use-edit.ts';

/**
 * Saves what was written, with the date that the person saw understood in it. On a to-do that others have ticked or
 * changed it is an edit of what they left; one that they deleted is added anew.
 *
 * @returns the key of the row that has the text now
 */
export function useKeepDraft(): (row: Row, draft: EditDraft, kept: SaidText['kept']) => string {
  const app = useApp();
  const say = useSay();
  const zone = useZone();
  return (row, draft, { text: keptText, said }) => {
    const theirs = theirsOf(draft, row);
    const text = keptText.trim();
    const read = said?.due == null ? undefined : { said, zone };
    app.editDrafts.forget(draft.key);
    if (theirs === 'deleted' || theirs === 'gone') {
      const { listId, source } = draft.todo;
      const added = app.actions.add(listId, text, source, draft.notes.trim(), {
        said: said ?? { readDates: false },
        zone,
      });
      app.actions.announceWhenTaken(added, say('announce.added', { text: plainText(text) }));
      return added.localId;
    }
    const wanted = changeOf(row.todo, { text, notes: draft.notes });
    if (wanted === null && read === undefined) return row.key;
    const edited = app.actions.edit(row.todo, wanted ?? { text }, row.todo.version, read);
    app.actions.announceWhenTaken(edited, say('announce.edited', { text: plainText(text) }));
    return row.key;
  };
}
