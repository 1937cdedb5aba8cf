import type { Shown } from '../reminders/reminder-message.ts';
import { seenChannels } from '../reminders/readable-by.ts';
import type { UserId } from '../shared/ids.ts';
import type { Todo } from '../todos/todo.ts';
import type { PressDeps } from './ports.ts';

/**
 * Where to-dos that a person may see come from. A channel into which the bot cannot look goes without a name: whoever
 * pressed was let in with rights of their own.
 *
 * @throws {AppError} mattermost_unavailable
 */
export async function placesFor(
  recipients: PressDeps['recipients'],
  personId: UserId,
  todos: readonly Todo[],
): Promise<Pick<Shown, 'siteUrl' | 'channelOf' | 'showsSource'>> {
  const told = todos.map((todo) => ({ personId, todo }));
  const [siteUrl, channels] = await Promise.all([recipients.siteUrl(), seenChannels(recipients, told)]);
  const channelOf = (todo: Todo) => {
    const channel = channels.of(personId, todo);
    return channel?.mayRead === 'unknown' ? undefined : channel;
  };
  return { siteUrl, channelOf, showsSource: (todo) => channels.showsSource(personId, todo) };
}
