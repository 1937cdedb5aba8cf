import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainLine } from '../grammar/explanation.ts';
import { explainStream } from './explain-stream.ts';

const HERE = { now: Date.parse('2026-12-04T08:00Z'), zone: 'UTC', locale: 'en' };

async function explain(...chunks: string[]): Promise<string[]> {
  async function* input() {
    yield* chunks;
  }
  let output = '';
  for await (const answers of explainStream(input(), () => HERE)) output += answers;
  return output.split('\n').slice(0, -1);
}

it('answers line by line, however the input is cut', async () => {
  const expected = [
    '{"verb":"done","numbers":[2],"text":"","due":null,"repeat":null}',
    '{"verb":"add","numbers":[],"text":"x","due":null,"repeat":null}',
  ];
  expect(await explain('"done 2"\n"x"\n')).toEqual(expected);
  expect(await explain('"do', 'ne 2"', '\n"x', '"')).toEqual(expected);
  expect(await explain()).toEqual([]);
});

it('answers a line that is no JSON string with an error in its place', async () => {
  const answers = await explain('\n[1]\n"x\nnull\n"done 1"\r\n');
  expect(answers.map((answer) => Object.keys(JSON.parse(answer) as object)[0])).toEqual([
    'error',
    'error',
    'error',
    'error',
    'verb',
  ]);
});

it('gives one line for each line, whatever is in it', async () => {
  const lines = fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(lines, async (texts) => {
      const answers = await explain(texts.map((text) => `${JSON.stringify(text)}\n`).join(''));
      expect(answers.map((answer) => JSON.parse(answer) as unknown)).toEqual(
        texts.map((text) => JSON.parse(JSON.stringify(explainLine(text, HERE)))),
      );
      expect(answers.join('')).not.toMatch(/[\u2028\u2029]/);
    }),
  );
});

it('takes from a line when, where and in which language it was written', async () => {
  const line = 'Buy milk tomorrow';
  const at = { now: '2026-12-04T20:00', zone: 'America/New_York', locale: 'en' };
  const ask = (said: object) => `${JSON.stringify(said)}\n`;
  const answers = await explain(
    ask({ line }),
    ask({ line, ...at }),
    ask({ line, zone: 'Asia/Tokyo', now: '2026-12-04T20:00:00Z' }),
    ask({ line, zone: 'Mars/Base' }),
    ask({ line, now: 'soon' }),
    ask({ line, locale: '!' }),
    ask({ line, place: 'home' }),
  );
  const read = answers.map((answer) => JSON.parse(answer) as { due?: string; text?: string; error?: string });
  expect(read.slice(0, 3)).toMatchObject([
    { text: 'Buy milk', due: '2026-12-05', repeat: null },
    { due: '2026-12-05' },
    { due: '2026-12-06' },
  ]);
  expect(read.slice(3).map(({ error }) => error)).toEqual([
    expect.stringMatching(/Europe\/Berlin; got Mars\/Base/),
    expect.stringMatching(/2026-12-04T17:00.*got soon/),
    expect.stringMatching(/zh-CN or ja; got !/),
    expect.stringMatching(/Expected one JSON string a line/),
  ]);
});
