import type { TextAndNotes } from '../contract/text-and-notes.ts';
import type { Verb } from '../contract/vocabulary.ts';
import type { Choices } from '../replies/choices.ts';
import type { PageStart } from '../replies/press-act.ts';
import type { ReplyDraft } from '../replies/reply.ts';
import type { AppError } from '../shared/app-error.ts';
import type { UserId } from '../shared/ids.ts';
import type { ListId } from '../todos/list.ts';
import type { Change } from '../todos/ports.ts';
import type { SourcePost, Todo } from '../todos/todo.ts';
import type { Locale } from './texts/locale.ts';

/** What one run of the program said. */
export interface Answer {
  /** False when the person's command could not be carried out. */
  ok: boolean;
  /** Markdown. */
  text: string;
  /** `null` when nothing changed, and always with an external program. */
  change: Change | null;
  /** What could be pressed below it, where buttons can be shown; the text says all without them. */
  choices?: Choices;
  /** It asks something back, so that a mark of success alone does not do. */
  asks?: true;
}

/** Where a command was typed: the slash command, a message to the bot, a channel, the API (which the sidebar uses), or pressed below a post. */
export type Surface = 'slash' | 'message' | 'channel' | 'api' | 'button';

/** A to-do whose words were written anew right after it was added, as it is. */
export type Corrected = Pick<Todo, 'id' | 'version' | 'due' | 'notes' | 'assigneeId'>;

export interface RunRequest {
  /** What was typed after the trigger word; or its parts, when a surface has them apart. */
  input:
    | { line: string }
    /**
     * `text` beside one reference to tick or delete: what its row said when it was shown. `when` beside the text of a
     * new one: the words of its date, and none is read out of the text. `to` beside it: the usernames of those who are
     * asked to do it.
     */
    | { verb: Verb; text?: string; refs?: readonly string[]; when?: string; to?: readonly string[] }
    /** A to-do whose words were no command, such as those of a message: no date is read out of them. */
    | { asWritten: TextAndNotes };
  actorId: UserId;
  listId: ListId;
  /** The list that `here` stands for where the command was typed without it. */
  hereListId?: ListId | undefined;
  /** The line was said before in other words, of which this came; what it adds now is made of this one. */
  corrects?: Corrected | undefined;
  /** The message that holds the command; what it adds links back to it. */
  source?: SourcePost | undefined;
  /** A delivery that may come twice has a key; the second run changes nothing and sends nothing. */
  requestKey?: string | undefined;
  /** Only for counting; left out where nobody counts. */
  surface?: Surface;
  /** What is typed before a command on this surface, such as `todo ` in a channel; left out: nothing. */
  lead?: string | undefined;
  /** In which language the answer is; left out: English. */
  locale?: Locale | undefined;
  /**
   * Which page of a list is shown, where the answer is read with buttons that turn the pages; left out: the first rows,
   * and the others are counted.
   */
  page?: PageStart | undefined;
  /** What the list answers to a change, for `explain`; whoever hands a change over has refused it before. */
  refuses?: AppError | undefined;
  /** Where the answer goes when it must survive a crash: written with the change, or right after the run. */
  replies?: ((answer: Answer) => readonly ReplyDraft[]) | undefined;
}

/** The `todo` program: built in, or an external one. */
export interface TodoProgram {
  /** Never throws for what a person can cause: the answer says it. Throws AppError when the store is away. */
  run(request: RunRequest): Promise<Answer>;
}

/** Where answers go that no change carries with it. */
export interface Deliveries {
  /** Remembers a delivery. @returns false when it was known: then nothing may be done for it again */
  claim(key: string): Promise<boolean>;
  /** Queues replies; with a key only when the key is new, in the same transaction. */
  reply(drafts: readonly ReplyDraft[], key?: string): Promise<void>;
  /**
   * Queues replies when the key was never known, and remembers it for ever; other keys are forgotten some day.
   *
   * @param more `otherwise` what is queued when it was known; both only when the key `delivery` is new
   */
  replyOnce(
    drafts: readonly ReplyDraft[],
    key: string,
    more?: { otherwise: readonly ReplyDraft[]; delivery: string },
  ): Promise<void>;
}

/** What an external program shows of a list; the built-in program has none of this. */
export interface ProgramLists {
  readonly name: string;
  /** @param shownTo who is shown these rows, and may then name them by their numbers */
  list(
    listId: ListId,
    shownTo?: UserId,
  ): Promise<{ rows: { ref: string; text: string; done: boolean }[]; text: string }>;
}
