/**
 * A Mattermost that can be killed: `node mattermost-process.ts <start>`. Starts and activates the backend, and prints
 * where that is.
 */
import { startPlugin } from 'mattermost-plugin-host/testing';
import { PLUGIN_ID } from '../../../src/contract/manifest.ts';
import { playApi } from '../../../src/managed/testing/played-api.ts';
import { makePeople } from '../../../src/testing/people.ts';
import { openFront } from './front.ts';
import type { Start, Started } from './start-mattermost.ts';

const { command, dataSource, settings } = JSON.parse(process.argv[2] ?? '') as Start;
const people = makePeople();
people.add('alice', { channels: ['town'] });
const { answers } = playApi(people, settings, { dataSource });
const { child, mattermost } = await startPlugin(command, { pluginId: PLUGIN_ID, answers });
await mattermost.activate();
const { url } = await openFront(people, () => mattermost);
const started: Started = { pid: child.pid as number, url };
process.stdout.write(`${JSON.stringify(started)}\n`);
