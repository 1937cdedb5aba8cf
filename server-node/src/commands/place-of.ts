import { cutHere } from '../program/grammar/here.ts';
import { HERE_LEAD, LEAD } from '../program/texts/leads.ts';
import type { Locale } from '../program/texts/locale.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import { channelList, personList, type ListId } from '../todos/list.ts';
import type { TypedCommand } from './answer-in-time.ts';

/** Which list a command works on, and what of the line is the command. */
export interface Place {
  listId: ListId;
  line: string;
  /** What is typed before commands for this list. */
  lead: string;
  isHere: boolean;
  /** What `here` would have stood for, where it could have been typed. */
  hereListId?: ListId | undefined;
}

/** The person's own list, or with `here` that of the channel in which it was typed. */
export function placeOf({
  userId,
  line,
  channelId,
}: Pick<TypedCommand, 'userId' | 'line' | 'channelId'>): Place {
  const hereListId = channelId === undefined ? undefined : channelList(channelId);
  const rest = hereListId === undefined ? undefined : cutHere(line);
  return hereListId === undefined || rest === undefined
    ? { listId: personList(userId), line, lead: LEAD, isHere: false, hereListId }
    : { listId: hereListId, line: rest, lead: HERE_LEAD, isHere: true };
}

/** The answer of a command as it is shown; one about a channel's list says so, as most are about one's own. */
export const shownIn = ({ isHere }: Place, locale: Locale, text: string): string =>
  isHere ? `${text}\n${textsIn(locale).notes.inThisChannel}` : text;
