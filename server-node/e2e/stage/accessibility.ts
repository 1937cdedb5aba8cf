import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Sidebar } from './sidebar.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds serious or worse in our part of the page, a line a kind; empty when all is well. */
export async function seriousFaults({ page, root }: Sidebar): Promise<string[]> {
  await page.evaluate(source);
  // Colours are judged once they have come to rest.
  await root.evaluate((element) => {
    const ending = element
      .getAnimations({ subtree: true })
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    return Promise.all(ending.map((one) => one.finished.catch(() => undefined)));
  });
  const { violations, passes } = await root.evaluate((element) =>
    (window as unknown as { axe: typeof axe }).axe.run(element as HTMLElement),
  );
  if (passes.length === 0) throw new Error('axe has looked at nothing.');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
