import type { Figure } from './figure.ts';
import { addThroughput, listThroughput } from './figures/api-throughput.ts';
import { bigStore } from './figures/big-store.ts';
import { bundleSize } from './figures/bundle-size.ts';
import { memory } from './figures/memory.ts';
import { programAnswer } from './figures/program-answer.ts';
import { sidebar } from './figures/sidebar.ts';

/** What is measured, by the name by which it can be asked for. */
export const FIGURES: Readonly<Record<string, () => Promise<Figure | Figure[]>>> = {
  list: listThroughput,
  add: addThroughput,
  program: programAnswer,
  'big-store': bigStore,
  memory,
  bundle: bundleSize,
  sidebar,
};
