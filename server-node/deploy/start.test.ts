import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const { scripts } = JSON.parse(read('../../package.json')) as { scripts: { start: string } };

describe('what runs is what npm start runs', () => {
  it('in the unit', () => {
    expect(read('todo-node.service')).toContain(
      `\nExecStart=/opt/todo-node/node_modules/.bin/${scripts.start}\n`,
    );
  });

  it('in the image', () => {
    const [, command] = /^CMD (?<command>.*)$/m.exec(read('Dockerfile')) ?? [];
    const words = (JSON.parse(command ?? '') as string[]).filter(
      (word) => !word.startsWith('--disable-warning'),
    );
    expect(words.join(' ')).toBe(scripts.start);
    expect(read('Dockerfile')).toContain(`\nRUN ${scripts.start} || test $? -eq 2\n`);
  });

  it.each(['../../README.md', '../docs/install.md'])('by hand, as %s tells', (path) => {
    const [program, ...rest] = scripts.start.split(' ');
    expect(read(path)).toContain(
      `node_modules/.bin/${[program, '--env-file=todo-node.env', ...rest].join(' ')}`,
    );
  });
});
