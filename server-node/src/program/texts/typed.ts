import { quote } from '../../shared/quote.ts';

/** How a command is shown that a person may type: with what is typed before commands where it is read. */
export type Typed = (command: string) => string;

/** @param lead such as `todo ` in a channel; empty where commands stand alone */
export const typedAfter =
  (lead: string): Typed =>
  (command) =>
    quote(`${lead}${command}`);
