/** One line of the result. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** In words, such as `≥ 0.7`. */
  goal: string;
  ok: boolean;
}

interface Measured {
  name: string;
  value: number;
  unit: string;
}

export const atLeast = (limit: number, { name, value, unit }: Measured): Figure => ({
  name,
  value: rounded(value),
  unit,
  goal: `≥ ${limit}`,
  ok: value >= limit,
});

/** Written so that a value that could not be measured (NaN) fails too. */
export const atMost = (limit: number, { name, value, unit }: Measured): Figure => ({
  name,
  value: rounded(value),
  unit,
  goal: `≤ ${limit}`,
  ok: value <= limit,
});

const rounded = (value: number): number => Number(value.toPrecision(3));

/** The unit of a ratio tells what was divided, as both numbers say more than their quotient. */
export const ratioUnit = (ours: number, theirs: number, unit: string): string =>
  `× (${rounded(ours)} to ${rounded(theirs)} ${unit})`;
