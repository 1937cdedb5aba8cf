import type { Figure } from './figure.ts';

/** A line a figure, for reading. */
export function printFigures(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures
    .map(({ name, value, unit, goal, ok }) =>
      [ok ? 'ok    ' : 'MISSED', name.padEnd(width), goal.padEnd(6), `${value} ${unit}`].join('  '),
    )
    .map((line) => `${line}\n`)
    .join('');
}
