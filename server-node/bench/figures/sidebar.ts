import type { Page } from 'playwright-core';
import { launchChromium } from '../../e2e/launch-chromium.ts';
import { openStandIn } from '../../e2e/site/open-stand-in.ts';
import { Stage } from '../../e2e/stage/stage.ts';
import { addTodos } from '../../e2e/stage/todos.ts';
import type { Visit } from '../../e2e/stage/visit.ts';
import { atMost, type Figure } from '../figure.ts';
import { median } from '../measure/quantiles.ts';
import { longestTaskWhileScrolling, msUntilPainted } from './in-page.ts';

const TODOS = 1_000;
const ROUNDS = 5;

/** The built bundle in the stand-in's page, with a list as long as hardly anybody has. */
export async function sidebar(): Promise<Figure[]> {
  const site = await openStandIn({ backendEnv: { REQUESTS_PER_MINUTE: '1000000' } });
  const browser = await launchChromium();
  const stage = new Stage(site, browser);
  try {
    const person = await stage.person('anna');
    await addTodos(
      person,
      'me',
      Array.from({ length: TODOS }, (_each, n) => `To-do number ${n}, with **words** in it`),
    );
    const visit = await stage.visit(person);
    await openFull(visit);
    const tasks: number[] = [];
    const adds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      tasks.push(await visit.page.evaluate(longestTaskWhileScrolling));
      adds.push(await addAndSee(visit, `Added in round ${round}`));
    }
    return [
      atMost(50, {
        name: 'sidebar with 1,000 to-dos: longest task while scrolling',
        value: median(tasks),
        unit: 'ms',
      }),
      atMost(100, { name: 'sidebar with 1,000 to-dos: add to visible', value: median(adds), unit: 'ms' }),
    ];
  } finally {
    await stage.close();
    await browser.close();
    await site.stop();
  }
}

async function openFull(visit: Visit): Promise<void> {
  const { root } = await visit.openSidebar();
  await visit.page.waitForFunction(
    (rows) => document.querySelectorAll('.todo-node-row').length >= rows,
    TODOS,
    { timeout: 60_000 },
  );
  await root.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
}

/** From the key to the frame after the row is there. */
async function addAndSee(
  { page, sidebar: { field } }: { page: Page; sidebar: Visit['sidebar'] },
  text: string,
) {
  await field.fill(text);
  const painted = page.evaluate(msUntilPainted, text);
  await field.press('Enter');
  return painted;
}
