import type { ManageSettings, PersonsSettings } from '../../person-settings/manage-settings.ts';
import type { UserId } from '../../shared/ids.ts';
import { refused, told } from '../answers/answer.ts';
import type { Answer } from '../ports.ts';
import type { Texts } from '../texts/texts.ts';
import { readSetting, TYPED_SETTINGS, type TypedSetting } from './read-setting.ts';

/** Shows what a person set, or sets it; nobody else's. @throws {AppError} mattermost_unavailable */
export async function settingsAnswer(
  settings: ManageSettings,
  texts: Texts,
  personId: UserId,
  words: string,
): Promise<Answer> {
  const now = await settings.of(personId);
  const read = readSetting(words, now.inEffect.digest);
  if ('wrong' in read) {
    const { wrong, name } = read;
    return refused(name === undefined ? texts.settings.unknown(wrong) : texts.settings.wrong[name](wrong));
  }
  if ('show' in read) return told(all(texts, now));
  const after = await settings.change(personId, read.patch);
  return told(`${texts.settings.set}\n${rowOf(texts, read.name, after)}`);
}

const all = (texts: Texts, now: PersonsSettings): string =>
  [
    texts.settings.title,
    ...TYPED_SETTINGS.map((name) => rowOf(texts, name, now)),
    '',
    texts.settings.howToSet,
  ].join('\n');

/** `name`: as it is typed. */
function rowOf({ settings, change }: Texts, name: TypedSetting, { inEffect }: PersonsSettings): string {
  const { zone, weekStart, remindBefore, remindAt, quiet, digest } = inEffect;
  const values: Record<TypedSetting, string> = {
    zone,
    week: settings.days([weekStart]),
    remind: `${remindBefore === 'off' ? settings.off : settings.before(remindBefore)} · ${remindAt === 'off' ? settings.off : settings.onDay(remindAt)}`,
    quiet: quiet === 'off' ? settings.off : `${quiet.from}–${quiet.to}`,
    digest: digest.on ? `${digest.at} · ${settings.days(digest.days)}` : settings.off,
  };
  return change.oneRow(`\`${name}\` ${settings.names[name]}`, `**${values[name]}**`);
}
