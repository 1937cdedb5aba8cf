import { VERBS, type Verb } from '../../contract/vocabulary.ts';
import { ownWordsFor } from '../grammar/own-words.ts';
import { synonymsFor } from '../grammar/synonyms.ts';
import type { Answer } from '../ports.ts';
import type { Locale } from '../texts/locale.ts';
import type { Texts } from '../texts/texts.ts';
import { told } from './answer.ts';

/** @param verbs those that the program has */
export function helpAnswer(
  { help }: Texts,
  {
    topic,
    locale = 'en',
    verbs = VERBS,
  }: { topic: Verb | undefined; locale: Locale | undefined; verbs?: readonly Verb[] },
): Answer {
  if (topic !== undefined) return told(`${help.verbs[topic]}${also(help, topic, locale)}`);
  const lines = VERBS.filter((verb) => verbs.includes(verb)).map((verb) => `- ${help.verbs[verb]}`);
  return told([help.title, ...lines, '', help.places].join('\n'));
}

function also({ also: says }: Texts['help'], topic: Verb, locale: Locale): string {
  const words = [...ownWordsFor(topic, locale), ...synonymsFor(topic)];
  return words.length === 0 ? '' : says(words.map((word) => `\`${word}\``));
}
