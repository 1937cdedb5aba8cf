import { expect, it } from '@jest/globals';
import { explainLine } from './explanation.ts';

const explained = (line: string) =>
  explainLine(line, { now: Date.parse('2026-12-04T08:00Z'), zone: 'UTC', locale: 'en' });

it.each([
  ['Buy milk', { verb: 'add', numbers: [], text: 'Buy milk', due: null, repeat: null }],
  ['Buy milk tomorrow', { verb: 'add', numbers: [], text: 'Buy milk', due: '2026-12-05', repeat: null }],
  ['edit 3 Bread tomorrow', { verb: 'edit', numbers: [3], text: 'Bread', due: '2026-12-05', repeat: null }],
  ['due 3 tomorrow', { verb: 'due', numbers: [3], text: 'tomorrow', due: '2026-12-05', repeat: null }],
  ['due 3 none', { verb: 'due', numbers: [3], text: 'none', due: null, repeat: null }],
  [
    'remind 3 5 minutes before',
    { verb: 'remind', numbers: [3], text: '5 minutes before', due: null, repeat: null },
  ],
  ['due 3 whenever', { error: expect.stringMatching(/`whenever` is no date/) }],
  ['list tomorrow milk', { verb: 'list', numbers: [], text: 'tomorrow milk', due: null, repeat: null }],
])('shows what a line means and says: %s', (line, meaning) => {
  expect(explained(line)).toEqual(meaning);
});
