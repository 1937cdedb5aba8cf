import { cutHere } from '../program/grammar/here.ts';
import { isRefusal } from '../program/grammar/command.ts';
import { understand } from '../program/understand.ts';
import { cutMention } from './mention.ts';
import { smallTalkIn } from './small-talk.ts';
import { meansThread } from './thread-root.ts';

/** What a mention asks for, without the name of the bot; undefined when it does not begin with it. */
export function lineOfMention(text: string, botName: string): string | undefined {
  const typed = cutMention(text, botName);
  return typed === undefined ? undefined : (cutHere(typed) ?? typed);
}

/** Whether a line does nothing but add what it says. */
export function isPlainAdd(line: string): boolean {
  const command = understand({ line });
  return (
    !isRefusal(command) &&
    command.verb === 'add' &&
    command.reminds !== true &&
    smallTalkIn(line) === undefined &&
    !meansThread(line)
  );
}
