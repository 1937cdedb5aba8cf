import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainLine } from '../grammar/explanation.ts';
import { explainStream } from './explain-stream.ts';

async function explain(...chunks: string[]): Promise<string[]> {
  async function* input() {
    yield* chunks;
  }
  let output = '';
  for await (const answers of explainStream(input())) output += answers;
  return output.split('\n').slice(0, -1);
}

it('answers line by line, however the input is cut', async () => {
  const expected = ['{"verb":"done","numbers":[2],"text":""}', '{"verb":"add","numbers":[],"text":"x"}'];
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
        texts.map((text) => JSON.parse(JSON.stringify(explainLine(text)))),
      );
      expect(answers.join('')).not.toMatch(/[\u2028\u2029]/);
    }),
  );
});
