import type { Caller } from '../callers/ports.ts';
import type { Locale } from '../program/texts/locale.ts';
import type { Texts } from '../program/texts/texts.ts';
import type { Choices } from '../replies/choices.ts';
import type { Form } from '../replies/form.ts';
import type { FormAct } from './form-act.ts';

/** Somebody pressed a button, or chose from a select. */
export interface Press {
  /** Everything is done with their rights. */
  caller: Caller;
  locale: Locale;
  /** In the language of whoever pressed. */
  texts: Texts;
  /** The same when the same thing is pressed again by the same person, before the post was rewritten. */
  requestKey: string;
  /** Which reply the post is below which it was pressed, where that is known. */
  replyId?: string | undefined;
}

/** What comes of it. */
export type Pressed =
  | {
      kind: 'rewrite';
      /** Takes the place of the post's text; Markdown as the program gave it. */
      text: string;
      /** Take the place of what could be pressed; with none offered there is nothing more to press. */
      choices: Choices;
      /** Only for whoever pressed. */
      note?: string;
    }
  /** Only for whoever pressed; the post stays as it is. */
  | { kind: 'note'; text: string }
  /** The post, a living one, shows by itself what came of it. */
  | { kind: 'rewrites_itself'; note?: string }
  /** A dialog opens; what is filled in comes back with `act`. */
  | { kind: 'form'; form: Form; act: FormAct };
