import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RestError } from '../mattermost/rest/rest-error.ts';
import { runSetup } from './run-setup.ts';
import { fakeAdminRest } from './testing/fake-admin-rest.ts';

const FORGED = 'x\u001b[2K\nAll is right already; nothing was changed.';

/** The fake, over HTTP. */
function serve(site: ReturnType<typeof fakeAdminRest>): Promise<Server> {
  const server = createServer((request, response) => {
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const asked = async () => {
      const body = (await text(request)) || '{}';
      return site.call({ method: request.method ?? '', path: request.url ?? '', token, body });
    };
    void asked().then(
      ({ status, body }) => response.writeHead(status).end(body),
      (error: unknown) => refuse(response, error),
    );
  });
  return new Promise((resolve) => void server.listen(0, '127.0.0.1', () => resolve(server)));
}

function refuse(response: ServerResponse, error: unknown): void {
  if (!(error instanceof RestError)) throw error;
  const body = { id: error.id, message: error.message, status_code: error.status };
  response.writeHead(error.status).end(JSON.stringify(body));
}

describe('what setup prints', () => {
  let server: Server;
  let site: ReturnType<typeof fakeAdminRest>;

  beforeEach(async () => {
    site = fakeAdminRest();
    server = await serve(site);
  });
  afterEach(() => void server.close());

  async function printed(): Promise<string[]> {
    const lines: string[] = [];
    const mattermostUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const wanted = { mattermostUrl, backendUrl: undefined, bot: 'todo', teams: [], webhooks: [] };
    const options = { wanted, credentials: { token: 'admin' }, settingsPath: '/nowhere/x.env', dryRun: true };
    const deps = { now: Date.now, resolve: async () => ['8.8.8.8'], say: (line: string) => lines.push(line) };
    await runSetup(options, deps);
    return lines;
  }

  it('is one line for each step and each note, whatever names a server gives', async () => {
    const team = site.addTeam(FORGED);
    const hook = { id: 'h', team_id: team.id, channel_id: 'c', callback_urls: ['http://e/webhook/todo'] };
    site.tables.hooks.push({ ...hook, display_name: FORGED });
    const lines = await printed();
    expect(lines.filter((line) => line.startsWith('Note: Leave alone'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('Would add the bot to the team x [2K All'))).toHaveLength(
      1,
    );
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
  });

  it('is one line for each thing that keeps it from going on', async () => {
    site.addTeam(FORGED);
    site.addTeam('eng');
    const lines = await printed();
    expect(lines).toEqual([expect.stringMatching(/^Cannot go on: Say which teams.*x \[2K All/)]);
  });
});
