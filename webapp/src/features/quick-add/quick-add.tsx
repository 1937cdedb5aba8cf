import React, { useId, useState, type RefObject } from 'react';
import type { ListKey } from '@todo-node/server/contract/todo-view';
import { useApp, useModel } from '../../app/app-context.tsx';
import { focusComposer } from '../../host/focus-composer.ts';
import { useSay } from '../../host/texts.ts';
import { plainText } from '../../host/inline-markdown.ts';
import { GrowingField } from '../../ui/growing-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyCaps } from '../../ui/key-caps.tsx';
import { TextButton } from '../../ui/text-button.tsx';

interface Props {
  listId: ListKey;
  label: string;
  fieldRef: RefObject<HTMLTextAreaElement>;
  /** The to-do is in the list now, under this key. */
  onAdded: (key: string) => void;
  /** Down, to the list. */
  onDown: () => void;
}

/** Under which the half-written text is kept. */
export const draftNameOf = (listId: ListKey): string => `add:${listId}`;

const DEFAULT_LIMIT = 4_000;

export function QuickAdd({ listId, label, fieldRef, onAdded, onDown }: Props) {
  const app = useApp();
  const say = useSay();
  const draftName = draftNameOf(listId);
  const [text, setText] = useState(() => app.drafts.read(draftName));
  const isProgram = useModel((state) => state.me?.program != null);
  const limit = useModel((state) => state.me?.limits.textLength ?? DEFAULT_LIMIT);
  const tooLong = [...text.trim()].length > limit;
  const errorId = useId();

  const write = (next: string) => {
    setText(next);
    app.drafts.write(draftName, next);
  };

  function add(): void {
    const wanted = text.trim();
    if (wanted === '' || tooLong) return;
    if (isProgram) app.actions.runProgram(listId, 'add', wanted, null);
    else onAdded(app.actions.add(listId, wanted).localId);
    app.actions.announce(say('announce.added', { text: plainText(wanted) }));
    write('');
    fieldRef.current?.focus();
  }

  return (
    <div className="todo-node-quick-add">
      <div className="todo-node-field-frame" onClick={() => fieldRef.current?.focus()}>
        <Icon name="plus" />
        <GrowingField
          fieldRef={fieldRef}
          value={text}
          onChange={write}
          onEnter={add}
          onEscape={() => (text === '' ? focusComposer() : write(''))}
          onDown={onDown}
          label={label}
          placeholder={label}
          invalid={tooLong}
          describedBy={tooLong ? errorId : undefined}
        />
        {text.trim() === '' ? (
          <KeyCaps keys={['N']} />
        ) : (
          <TextButton kind="primary" onClick={add} disabled={tooLong}>
            {say('add')}
          </TextButton>
        )}
      </div>
      {tooLong && (
        <div id={errorId} className="todo-node-error-line" role="alert">
          <Icon name="alert-circle-outline" />
          {say('tooLong', { length: [...text.trim()].length, limit })}
        </div>
      )}
    </div>
  );
}
