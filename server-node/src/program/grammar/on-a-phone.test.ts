import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { VERBS } from '../../contract/vocabulary.ts';
import { textsIn } from '../texts/texts-in.ts';
import { isRefusal } from './command.ts';
import { cutHere } from './here.ts';
import { parseLine } from './parse-line.ts';
import { isChanging } from './verbs.ts';

interface Row {
  act: string;
  command: string;
  press: string;
}

/** The table of the guide that says how to do without the sidebar. */
function rowsOfGuide(): Row[] {
  const guide = readFileSync(new URL('../../../docs/use.md', import.meta.url), 'utf8');
  const [, section = ''] = guide.split('\n## On a phone\n');
  const [table = ''] = section.split('\n## ');
  return [...table.matchAll(/^\| (.+?) +\| `\/todo (.+?)` +\| (.*?) *\|$/gm)].map(
    ([, act = '', command = '', press = '']) => ({ act, command, press }),
  );
}

const ROWS = rowsOfGuide();
const verbOf = (line: string) => {
  const command = parseLine(cutHere(line) ?? line);
  return isRefusal(command) ? undefined : command.verb;
};

describe('what can be done in the sidebar', () => {
  it.each(ROWS)('can be done by a command: $act', ({ act, command }) => {
    expect(verbOf(command)).toBeDefined();
    expect(verbOf(command) === 'add').toBe(act.startsWith('add'));
  });

  it('has every verb that changes something', () => {
    const told = new Set(ROWS.map(({ command }) => verbOf(command)));
    for (const verb of VERBS.filter(isChanging)) expect(told).toContain(verb);
  });

  it('names what is pressed as it stands on the button', () => {
    const { press, reminder, people } = textsIn();
    const labels = new Set([press, reminder, people].flatMap(({ labels: said }) => Object.values(said)));
    const named = ROWS.flatMap(({ press: words }) =>
      words
        .replaceAll(/`[^`]*`/g, '')
        .split(', ')
        .map((part) => part.replace(/ below .*$/, ''))
        .filter((part) => /^[A-Z]/.test(part)),
    );
    expect(named.length).toBeGreaterThan(8);
    for (const label of named) expect(labels).toContain(label);
  });
});
