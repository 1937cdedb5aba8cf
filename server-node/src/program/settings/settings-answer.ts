import type { Colleagues } from '../../callers/colleagues.ts';
import type {
  ManageSettings,
  PersonsSettings,
  SettingsPatch,
} from '../../person-settings/manage-settings.ts';
import { MOST_BLOCKED } from '../../person-settings/person-settings.ts';
import { saidDays } from '../../digest/said-days.ts';
import type { UserId } from '../../shared/ids.ts';
import { refused, told } from '../answers/answer.ts';
import type { Answer } from '../ports.ts';
import type { Texts } from '../texts/texts.ts';
import { readSetting, TYPED_SETTINGS, type TypedSetting } from './read-setting.ts';

export interface SettingsDeps {
  settings: ManageSettings;
  colleagues: Colleagues;
}

/** Shows what a person set, or sets it; nobody else's. @throws {AppError} mattermost_unavailable, person_not_found */
export async function settingsAnswer(
  deps: SettingsDeps,
  texts: Texts,
  personId: UserId,
  words: string,
): Promise<Answer> {
  const { settings } = deps;
  const now = await settings.of(personId);
  const read = readSetting(words, now.inEffect.digest);
  if ('wrong' in read) {
    const { wrong, name } = read;
    return refused(name === undefined ? texts.settings.unknown(wrong) : texts.settings.wrong[name](wrong));
  }
  if ('show' in read) {
    const blocked = await usernamesOf(deps, now);
    const rows = TYPED_SETTINGS.map((name) => rowOf(texts, name, now, blocked));
    return told([texts.settings.title, ...rows, '', texts.settings.howToSet].join('\n'));
  }
  const patch = 'patch' in read ? read.patch : await blocking(deps, personId, now, read);
  const after = await settings.change(personId, patch);
  const row = rowOf(texts, read.name, after, await usernamesOf(deps, after));
  return told(`${texts.settings.set}\n${row}`);
}

async function blocking(
  { colleagues }: SettingsDeps,
  personId: UserId,
  { inEffect }: PersonsSettings,
  { people, isBlocked }: { people: readonly string[]; isBlocked: boolean },
): Promise<SettingsPatch> {
  const found = new Set((await colleagues.findPeople(personId, people)).map(({ userId }) => userId));
  const others = inEffect.blocked.filter((id) => !found.has(id));
  const blocked = isBlocked ? [...others, ...found] : others;
  return { blocked: blocked.slice(-MOST_BLOCKED) };
}

/** Of those who are blocked; who is gone has none. */
async function usernamesOf({ colleagues }: SettingsDeps, { inEffect }: PersonsSettings): Promise<string[]> {
  const accounts = await Promise.all(inEffect.blocked.map(colleagues.accountOf));
  return accounts.flatMap((account) => (account === undefined ? [] : [`@${account.username}`]));
}

/** @param name as it is typed */
function rowOf(
  texts: Texts,
  name: TypedSetting,
  { inEffect }: PersonsSettings,
  blocked: readonly string[],
): string {
  const { settings, change, when } = texts;
  const { zone, weekStart, clock, remindBefore, remindAt, quiet, digest, requests } = inEffect;
  const { reaction, tellThread } = inEffect;
  const values: Record<TypedSetting, string> = {
    zone,
    week: settings.days([weekStart]),
    clock: settings.hours(clock),
    remind: `${remindBefore === 'off' ? settings.off : settings.before(remindBefore)} · ${remindAt === 'off' ? settings.off : settings.onDay(when.time(remindAt))}`,
    quiet: quiet === 'off' ? settings.off : `${when.time(quiet.from)}–${when.time(quiet.to)}`,
    digest: digest.on ? `${when.time(digest.at)} · ${saidDays(texts, digest)}` : settings.off,
    requests: requests === 'off' ? settings.off : settings.fromAll,
    reaction: reaction === 'off' ? settings.off : `:${reaction}:`,
    thread: tellThread === 'off' ? settings.off : settings.on,
    block: blocked.length === 0 ? settings.nobody : blocked.join(', '),
  };
  return change.oneRow(`\`${name}\` ${settings.names[name]}`, `**${values[name]}**`);
}
