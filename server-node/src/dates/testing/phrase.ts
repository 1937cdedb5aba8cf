import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Phrase = z.strictObject({
  text: z.string(),
  locale: z.string(),
  /** By the clock on the wall of the zone. */
  now: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  zone: z.string(),
  expect: z.strictObject({
    text: z.string(),
    due: z.string().nullable(),
    repeat: z.string().nullable(),
  }),
  /** What it is an example of. */
  class: z.string().default('reports'),
  /** How the right reading is known. */
  known: z.string().optional(),
});

/** A line as people type it, and how it has to be read. */
export type Phrase = z.infer<typeof Phrase>;

/** @param file a phrase a line, as JSON; beside the test that reads it */
export const phrasesOf = (file: URL): Phrase[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Phrase.parse(JSON.parse(line)));
