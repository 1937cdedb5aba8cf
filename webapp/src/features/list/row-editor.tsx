import React, { useEffect, useId, useRef, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { useApp } from '../../app/app-context.tsx';
import { useSaidText } from '../../app/use-said-text.ts';
import type { EditDraft } from '../../app/edit-drafts.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { GrowingField } from '../../ui/growing-field.tsx';
import { ReadingChips } from '../../host/reading-chips.tsx';
import { Icon } from '../../ui/icon.tsx';
import { EditorButtons } from './editor-buttons.tsx';
import { useListClock } from './list-clock.ts';
import { useEndEdit } from './edit-session.ts';
import { useRowActs } from './row-acts.ts';
import { TheirsNotice } from './theirs-notice.tsx';
import { isTouched, readsOtherwise, theirsOf } from './theirs.ts';
import { useEdit } from './use-edit.ts';
import { useKeepDraft } from './use-keep-draft.ts';
import { useTheirsText } from './use-theirs-text.ts';

interface Props {
  row: Row;
  kept: EditDraft | undefined;
  began: Row;
}

/**
 * Editing in place: Enter in the text, or leaving, saves. Escape leaves the text on its row, unsaved. What cannot be
 * saved, or would go over what others did meanwhile, stays open until the person decides.
 */
export function RowEditor({ row, kept, began }: Props) {
  const app = useApp();
  const say = useSay();
  const acts = useRowActs();
  const endEdit = useEndEdit();
  const keep = useKeepDraft();
  const { draft, most, lengths, isTextFit, isNotesFit, write } = useEdit(row, kept, began.todo);
  const field = useRef<HTMLTextAreaElement>(null);
  const hasEnded = useRef(false);
  const noticeId = useId();
  const { manner } = useListClock();
  const text = draft.text.trim();
  const saidText = useSaidText(text, true, draft.todo.text);
  const theirs = theirsOf(draft, row);
  const isWritten = isTouched(draft);
  const isFit = isTextFit && isNotesFit;
  const said = useTheirsText(row, theirs);
  /** What came while somebody wrote may be overlooked: Enter does not decide about it. */
  const isUnseen = theirs !== null && isWritten && !(draft.isRefused && !readsOtherwise(draft, row));

  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);
  useEffect(() => {
    if (said !== '') app.actions.announce(said);
  }, [app, said]);

  /** @param focusKey of the row that gets the focus; `null` leaves it where it went */
  function end(focusKey: string | null): void {
    hasEnded.current = true;
    endEdit(row, focusKey);
  }

  function save(): void {
    if (hasEnded.current || !isFit) return;
    if (isUnseen) return app.actions.announce(said);
    end(keep(row, draft, saidText.kept));
  }

  function discard(): void {
    app.editDrafts.forget(draft.key);
    end(row.key);
  }

  function keepAsText(): void {
    saidText.keepAsText();
    field.current?.focus();
  }

  function remove(): void {
    app.editDrafts.forget(draft.key);
    end(null);
    acts.remove(row);
  }

  function unfit(): string {
    if (lengths.text === 0) return say('textMissing');
    const part = isTextFit ? 'notes' : 'text';
    return say('tooLong', { length: lengths[part], limit: most[part] });
  }

  function onBlur(event: FocusEvent<HTMLDivElement>): void {
    const isInside = event.currentTarget.contains(event.relatedTarget);
    if (isInside || hasEnded.current || !document.hasFocus()) return;
    if (!isWritten) return end(null);
    if (theirs !== null || !isFit) return;
    keep(row, draft, saidText.kept);
    end(null);
  }

  /** The keys of rows and of the sidebar are off in here. */
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    event.stopPropagation();
    if (event.key === 'Escape') end(row.key);
  }

  const keys = { onEnter: save, onEscape: () => end(row.key) };
  const describedBy = theirs !== null || !isFit ? noticeId : undefined;
  return (
    <div className="todo-node-editor" onBlur={onBlur} onKeyDown={onKeyDown} onMouseDown={keepFocus}>
      <div className="todo-node-field-frame">
        <GrowingField
          fieldRef={field}
          value={draft.text}
          onChange={(next) => write('text', next)}
          label={say('editLabel')}
          describedBy={describedBy}
          invalid={!isTextFit}
          onBackspace={(caret) => saidText.keepAsTextAt(caret - draft.text.indexOf(text))}
          {...keys}
        />
      </div>
      {saidText.shown !== null && (
        <ReadingChips reading={saidText.shown} manner={manner} onClick={keepAsText} />
      )}
      <div className="todo-node-field-frame todo-node-notes-frame">
        <GrowingField
          isMultiline
          value={draft.notes}
          onChange={(next) => write('notes', next)}
          label={say('notes')}
          placeholder={say('notes')}
          describedBy={describedBy}
          invalid={!isNotesFit}
          {...keys}
        />
      </div>
      <div id={noticeId}>
        {!isFit && (
          <div className="todo-node-error-line">
            <Icon name="alert-circle-outline" />
            <span className="todo-node-error-text">{unfit()}</span>
          </div>
        )}
        {theirs !== null && <TheirsNotice row={row} draft={draft} said={said} />}
      </div>
      <EditorButtons
        isConflict={theirs !== null && isWritten}
        canSave={isFit}
        onSave={save}
        onKeep={() => end(keep(row, draft, saidText.kept))}
        onDiscard={discard}
        onDelete={row.todo.state === 'deleted' ? null : remove}
      />
    </div>
  );
}

/** A press beside the fields does not take the focus out of them. */
function keepFocus(event: MouseEvent<HTMLDivElement>): void {
  if ((event.target as HTMLElement).closest('textarea, button, a') === null) event.preventDefault();
}
