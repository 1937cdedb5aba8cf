import { FIGURES, ONLY_BY_NAME } from './figures.ts';
import { printFigures } from './print-figures.ts';
import type { Figure } from './figure.ts';

const UNKNOWN_NAME = 2;
const MISSED = 1;

const [json, names] = readArguments(process.argv.slice(2));
const figures: Figure[] = [];
for (const name of names) {
  if (!json) process.stderr.write(`measuring ${name} …\n`);
  figures.push(...[await FIGURES[name]?.()].flat().filter((figure) => figure !== undefined));
}
process.stdout.write(json ? `${JSON.stringify(figures, null, 2)}\n` : printFigures(figures));
process.exitCode = figures.every(({ ok }) => ok) ? 0 : MISSED;

function readArguments(given: string[]): [json: boolean, names: string[]] {
  const known = Object.keys(FIGURES);
  const wanted = given.filter((one) => one !== '--json');
  const unknown = wanted.filter((one) => !known.includes(one));
  if (unknown.length > 0) {
    process.stderr.write(`Expected --json and any of ${known.join(', ')}; got ${unknown.join(', ')}.\n`);
    process.exit(UNKNOWN_NAME);
  }
  const all = known.filter((one) => !ONLY_BY_NAME.includes(one));
  return [given.includes('--json'), wanted.length > 0 ? wanted : all];
}
