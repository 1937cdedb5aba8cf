export type Measurement = () => Promise<number>;

/**
 * Runs two measurements in turns, each beginning as often as the other, so that whatever else the machine does
 * meets both. The first round of each only warms up.
 */
export async function interleaved(
  rounds: number,
  ours: Measurement,
  theirs: Measurement,
): Promise<{ ours: number[]; theirs: number[] }> {
  const values = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
    for (const side of order) {
      const value = await (side === 'ours' ? ours : theirs)();
      if (round > 0) values[side].push(value);
    }
  }
  return values;
}
