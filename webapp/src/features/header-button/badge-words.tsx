import { useSelector } from 'react-redux';
import type { GlobalState } from '@mattermost/types/store';
import { modelState } from '../../app/app.ts';
import { currentUserId } from '../../host/host-state.ts';
import { useSay } from '../../host/texts.ts';
import { personListKey } from '../../model/list-names.ts';
import { viewCount } from '../../model/views.ts';
import { dueCount, openCount } from '../../model/select-list.ts';

/** What the icon counts, in words: how much is open comes first. */
export function BadgeWords() {
  const say = useSay();
  const open = useSelector((state: GlobalState) =>
    openCount(modelState(state), personListKey(currentUserId(state))),
  );
  const due = useSelector((state: GlobalState) => dueCount(modelState(state)));
  const requests = useSelector((state: GlobalState) => viewCount(modelState(state), 'requests'));
  return [
    say('badge', { count: open }),
    ...(due > 0 ? [say('badge.due', { count: due })] : []),
    ...(requests > 0 ? [say('badge.requests', { count: requests })] : []),
  ].join('. ');
}
