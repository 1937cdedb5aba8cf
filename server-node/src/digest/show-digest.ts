import type { Show } from '../living-posts/shown.ts';
import { settingsOfPeople } from '../person-settings/settings-of-people.ts';
import { knownPeople } from '../reminders/known-people.ts';
import { shownTo } from '../reminders/whom-to-tell.ts';
import { listOwner, type ListId } from '../todos/list.ts';
import type { TodoReader } from '../todos/ports.ts';
import { digestMessage } from './digest-message.ts';
import { channelsOfDue, overviewFor, type SendDigestsDeps } from './send-digests.ts';

export interface ShowDigestDeps extends Omit<SendDigestsDeps, 'newId'> {
  reader: Pick<TodoReader, 'due' | 'list'>;
}

/**
 * The newest overview of a person as it is now. Only changes have it written anew: what was said of a day stays said of
 * that day. After the overviews were turned off it is written once more, as nothing takes its place.
 */
export function makeShowDigest(deps: ShowDigestDeps): Show {
  return async ({ about }) => {
    const owner = listOwner(about as ListId);
    if (owner.kind !== 'person') return undefined;
    const { userId: personId } = owner;
    const settings = await settingsOfPeople(deps.people, [personId]);
    const digest = settings.get(personId)?.digest;
    const known = await knownPeople(deps, settings);
    const person = known.get(personId);
    if (person === undefined || digest === undefined) return undefined;
    const facts = { channels: await channelsOfDue(deps, known), now: deps.now() };
    const overview = await overviewFor(deps.reader, person, facts);
    const message = digestMessage({ ...overview, digest }, shownTo(person, facts));
    return { ...message, ...(!digest.on && { isLast: true as const }) };
  };
}
