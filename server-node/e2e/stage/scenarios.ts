import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../launch-chromium.ts';
import { givenBundle, givenSubpath, isOwnMachine, isRealServer } from '../site/given.ts';
import { openSite } from '../site/open-site.ts';
import type { Site, SiteOptions } from '../site/site.ts';
import { keepEvidence } from './keep-evidence.ts';
import { Stage } from './stage.ts';

/** For what is before and after all tests of a file. */
const AROUND_WITHIN_MS = 120_000;

const SCENARIO_WITHIN_MS = 200_000;
/** Longer, so that there is evidence. */
const JEST_WITHIN_MS = 230_000;

type Act = (stage: Stage) => Promise<void>;

/** Opens a site for the tests of one file. @returns what takes the place of `it` */
export function scenarios(options: SiteOptions = {}) {
  let site: Site | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    if (!isFit(options)) return;
    [site, browser] = await Promise.all([openSite(options), launchChromium()]);
  }, AROUND_WITHIN_MS);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  }, AROUND_WITHIN_MS);

  const run = (sentence: string, act: Act) => async () => {
    const stage = new Stage(site as Site, browser as Browser);
    try {
      await Promise.race([act(stage), tooLong(sentence)]);
      stage.checkScripts();
    } catch (error) {
      await keepEvidence(stage, sentence);
      throw error;
    } finally {
      await stage.close();
    }
  };
  const scenario = (sentence: string, act: Act) =>
    (isFit(options) ? it : it.skip)(sentence, run(sentence, act), JEST_WITHIN_MS);
  /** For what would break a server that others use. */
  const onStandIn = (sentence: string, act: Act) =>
    (isRealServer ? it.skip : it)(sentence, run(sentence, act), JEST_WITHIN_MS);
  /** For what puts the suite's own bundle in place of another. */
  const onManaged = (sentence: string, act: Act) =>
    (givenBundle === undefined ? it.skip : it)(sentence, run(sentence, act), JEST_WITHIN_MS);
  return { scenario, onStandIn, onManaged };
}

/** A real server has a subpath or has none; its settings may be changed where the suite's own bundle is tried. */
function isFit({ basePath, backendEnv }: SiteOptions): boolean {
  const hasPath = basePath === undefined || givenSubpath !== '';
  const isTrial = givenBundle !== undefined && isOwnMachine;
  return !isRealServer || (hasPath && (backendEnv === undefined || isTrial));
}

async function tooLong(sentence: string): Promise<never> {
  await wait(SCENARIO_WITHIN_MS, undefined, { ref: false });
  throw new Error(`Not over after ${SCENARIO_WITHIN_MS / 1000} s: ${sentence}`);
}
