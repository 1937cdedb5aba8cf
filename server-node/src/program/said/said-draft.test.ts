import { expect, it } from '@jest/globals';
import { userId } from '../../testing/people.ts';
import { MAX_TEXT_LENGTH } from '../../todos/todo.ts';
import { makeReadDates } from './read-text.ts';
import { saidDrafts } from './said-draft.ts';

const ANN = userId('ann');
const now = () => Date.parse('2026-12-01T12:00Z');
const readDates = makeReadDates({ clockOf: async () => ({ zone: 'UTC', locale: 'en' }), now });

it('of many texts the dates are read one after the other, and others have their turn in between', async () => {
  const order: string[] = [];
  const drafts = await saidDrafts(
    (personId, text) => {
      order.push(text);
      setImmediate(() => void order.push(`after ${text}`));
      return readDates(personId, text);
    },
    ANN,
    ['Buy milk tomorrow', 'Call Bob'],
  );
  expect(drafts).toMatchObject([{ text: 'Buy milk', when: { due: '2026-12-02' } }, { text: 'Call Bob' }]);
  expect(order.slice(0, 3)).toEqual(['Buy milk tomorrow', 'after Buy milk tomorrow', 'Call Bob']);
});

it('a date is not looked for in what is too long for a to-do also without it', async () => {
  const fits = `${'\u{1F95B}'.repeat(MAX_TEXT_LENGTH)} tomorrow`;
  expect(await readDates(ANN, fits)).toMatchObject({ due: '2026-12-02' });
  const tooLong = `${'\u{1F95B}'.repeat(MAX_TEXT_LENGTH)} ${'x'.repeat(200)} tomorrow`;
  expect(await readDates(ANN, tooLong)).toMatchObject({ text: tooLong, due: null });
});
