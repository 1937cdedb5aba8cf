import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';

/** A process of its own on a machine that may be busy. */
jest.setTimeout(60_000);

let server: Server;
beforeEach(async () => {
  server = createServer((_request, response) => response.writeHead(400).end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => void server.close());

it('says no where upgrades are refused, though nothing else keeps the process alive', async () => {
  const { port } = server.address() as AddressInfo;
  const module = new URL('greets-us.ts', import.meta.url).href;
  const options = JSON.stringify({ url: `http://127.0.0.1:${port}`, token: 'x', withinMs: 500 });
  const program = `import { greetsUs } from ${JSON.stringify(module)}; console.log(await greetsUs(${options}));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  expect({ code, said }).toEqual({ code: 0, said: 'false\n' });
});
