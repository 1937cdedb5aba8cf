import type { Figure } from './figure.ts';
import { addThroughput, listThroughput } from './figures/api-throughput.ts';
import { bigStore } from './figures/big-store.ts';
import { bundleSize } from './figures/bundle-size.ts';
import { channelFanout } from './figures/channel-fanout.ts';
import { dates } from './figures/dates.ts';
import { firstTodo } from './figures/first-todo.ts';
import { gob } from './figures/gob.ts';
import { livingPost } from './figures/living-post.ts';
import { managedBundle } from './figures/managed-bundle.ts';
import { managedMemory } from './figures/managed-memory.ts';
import { managedStart } from './figures/managed-start.ts';
import { memory } from './figures/memory.ts';
import { mention } from './figures/mention.ts';
import { mine } from './figures/mine.ts';
import { permissionChecks } from './figures/permission-checks.ts';
import { programAnswer } from './figures/program-answer.ts';
import { sidebar } from './figures/sidebar.ts';
import { soak } from './figures/soak.ts';
import { streams } from './figures/streams.ts';
import { wakeUps } from './figures/wake-ups.ts';
import { throughMattermost } from './figures/through-mattermost.ts';

/** What is measured, by the name by which it can be asked for. */
export const FIGURES: Readonly<Record<string, () => Promise<Figure | Figure[]>>> = {
  list: listThroughput,
  add: addThroughput,
  'first-todo': firstTodo,
  program: programAnswer,
  'big-store': bigStore,
  dates,
  memory,
  bundle: bundleSize,
  sidebar,
  streams,
  'channel-fanout': channelFanout,
  'living-post': livingPost,
  'permission-checks': permissionChecks,
  mention,
  mine,
  gob,
  'managed-start': managedStart,
  'managed-memory': managedMemory,
  'managed-bundle': managedBundle,
  mattermost: throughMattermost,
  'wake-ups': wakeUps,
  soak,
};

/** Too long to be measured unless named. */
export const ONLY_BY_NAME: readonly string[] = ['soak'];
