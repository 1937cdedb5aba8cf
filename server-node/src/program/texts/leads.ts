import { HERE } from '../grammar/here.ts';

/** What is typed before commands where the answer is read; it works in the bot's direct messages, too. */
export const LEAD = '/todo ';

/** Before those for the list of the channel in which they are typed. */
export const HERE_LEAD = `${LEAD}${HERE} `;
