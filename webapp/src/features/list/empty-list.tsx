import React from 'react';
import { FormattedMessage } from 'react-intl';
import { useSelector } from 'react-redux';
import type { ListKey } from '@todo-node/server/contract/todo-view';
import type { GlobalState } from '@mattermost/types/store';
import { useApp } from '../../app/app-context.tsx';
import { useReadOnly } from '../../app/use-read-only.ts';
import { channelById } from '../../host/host-state.ts';
import { messageProps, useSay, type TextId } from '../../host/sidebar-texts.ts';
import { channelOfList } from '../../model/list-names.ts';
import type { Whose } from '../../model/narrow-rows.ts';
import { viewKey } from '../../model/views.ts';
import { Icon } from '../../ui/icon.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { ListDrawing } from './list-drawing.tsx';

const TAGS = {
  b: (words: React.ReactNode) => <strong key="b">{words}</strong>,
  code: (words: React.ReactNode) => <code key="code">{words}</code>,
};

/** In a conversation nobody else is there to see it. */
const WHO_SEES_IT: Record<string, TextId> = { D: 'empty.textDirect', G: 'empty.textGroup' };

/** Views are empty when nothing has such a date; nobody is asked to write there. */
const VIEW_TEXTS: Record<ListKey, TextId> = {
  [viewKey('today')]: 'empty.today',
  [viewKey('upcoming')]: 'empty.upcoming',
};

/** Why nothing shows. */
type Why = Whose | 'nothingFound' | 'nothingDone';

const NARROW_TEXTS: Partial<Record<Why, TextId>> = {
  mine: 'empty.mine',
  nobody: 'empty.unassigned',
  nothingFound: 'search.found',
  nothingDone: 'empty.done',
};

interface Props {
  listId: ListKey;
  why: Why;
  isFirstUse: boolean;
  /** The example is in the list now: its keys are tried next, so the focus goes there. */
  onAdded: (key: string) => void;
}

/** Nothing open: for somebody new with what can be done, for others a calm word, for several who sees it. */
export function EmptyList({ listId, why, isFirstUse, onAdded }: Props) {
  const app = useApp();
  const say = useSay();
  const isOwn = listId.startsWith('person:');
  const channelType = useSelector(
    (state: GlobalState) => channelById(state, channelOfList(listId) ?? '')?.type,
  );
  const isReadOnly = useReadOnly(listId) !== null;
  const view = NARROW_TEXTS[why] ?? VIEW_TEXTS[listId];
  if (view !== undefined)
    return (
      <div className="todo-node-empty">
        <ListDrawing />
        <h3 className="todo-node-empty-title">{say(view, { count: 0 })}</h3>
      </div>
    );
  const firstWords = say(isOwn ? 'empty.text' : (WHO_SEES_IT[channelType ?? ''] ?? 'empty.textChannel'));
  return (
    <div className="todo-node-empty">
      <ListDrawing />
      <h3 className="todo-node-empty-title">
        {say(!isFirstUse ? 'allDone.title' : isReadOnly ? 'empty.readOnly' : 'empty.title')}
      </h3>
      {!(isFirstUse && isReadOnly) && (
        <p className="todo-node-empty-text">{isFirstUse ? firstWords : say('allDone.text')}</p>
      )}
      {isFirstUse && isOwn && (
        <>
          <ul className="todo-node-hints">
            <li>
              <Icon name="message-text-outline" />
              <span>
                <FormattedMessage {...messageProps('empty.hintMessage')} values={TAGS} />
              </span>
            </li>
            <li>
              <Icon name="slash-forward-box-outline" />
              <span>
                <FormattedMessage {...messageProps('empty.hintCommand')} values={TAGS} />
              </span>
            </li>
          </ul>
          <TextButton
            kind="tertiary"
            onClick={() => onAdded(app.actions.add(listId, say('empty.exampleText')).localId)}
          >
            {say('empty.example')}
          </TextButton>
        </>
      )}
    </div>
  );
}
