import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';
import { AppError } from './shared/app-error.ts';

const TOKEN = 'abcdefghijklmnopqrstuvwxyz';
const least = { MATTERMOST_URL: 'https://chat.example.com/team/', MATTERMOST_BOT_TOKEN_TODO: TOKEN };
const noFiles = (path: string): string => {
  throw Object.assign(new Error(path), { code: 'ENOENT' });
};
const read = (env: Record<string, string>, readFile = noFiles) => readConfig({ env, readFile });

function faultsOf(env: Record<string, string>, readFile = noFiles): string[] {
  try {
    read(env, readFile);
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_config') return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('the settings', () => {
  it('need an address and the token of the bot; the rest has its defaults', () => {
    expect(read(least)).toMatchObject({
      mattermost: {
        url: 'https://chat.example.com/team',
        botToken: TOKEN,
        webhookTokens: [],
        commandTokens: [],
      },
      databaseUrl: 'sqlite:var/todo.sqlite',
      http: { host: '127.0.0.1', port: 8077, trustedProxies: ['loopback'] },
      logLevel: 'info',
      webhookList: 'channel',
      triggerWords: ['todo'],
      language: 'mattermost',
      program: null,
    });
  });

  it('may give several tokens', () => {
    const tokens = `${TOKEN}, ${TOKEN.toUpperCase()} ,`;
    const { mattermost } = read({ ...least, MATTERMOST_WEBHOOK_TOKEN_TODO: tokens });
    expect(mattermost.webhookTokens).toEqual([TOKEN, TOKEN.toUpperCase()]);
  });

  it('may be in files, with a newline at the end', () => {
    const { MATTERMOST_BOT_TOKEN_TODO, ...rest } = least;
    const files = (path: string) => (path === '/run/token' ? `${MATTERMOST_BOT_TOKEN_TODO}\n` : '');
    expect(read({ ...rest, MATTERMOST_BOT_TOKEN_TODO_FILE: '/run/token' }, files).mattermost.botToken).toBe(
      TOKEN,
    );
  });

  it('cannot be changed afterwards', () => {
    const config = read(least);
    expect(() => Object.assign(config.mattermost, { url: 'x' })).toThrow(TypeError);
    expect(() => Object.assign(config.http.trustedProxies, ['x'])).toThrow(TypeError);
  });

  it('are all checked at once, each fault with its name, what was expected and what came', () => {
    const faults = faultsOf({ MATTERMOST_URL: 'chat', PORT: '99999', TODO_WEBHOOK_LIST: 'mine', HOST: ' ' });
    expect(faults).toHaveLength(4);
    expect(faults[0]).toMatch(/^MATTERMOST_URL: Expected .*; got "chat"\.$/);
    expect(faults[1]).toMatch(/^MATTERMOST_BOT_TOKEN_TODO: Expected .*; got nothing\.$/);
    expect(faults[2]).toMatch(/^PORT: .*65535; got "99999"\.$/);
    expect(faults[3]).toMatch(/^TODO_WEBHOOK_LIST: .*; got "mine"\.$/);
  });

  it.each([
    ['MATTERMOST_URL', 'ftp://chat.example.com'],
    ['MATTERMOST_URL', 'https://user:pass@chat.example.com'],
    ['PORT', '80.5'],
    ['PORT', '-1'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://x'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '0.0.0.0/0'],
    ['TRUSTED_PROXIES', '::/0'],
    ['DATABASE_URL', 'postgres://u:pa/ss@db/x'],
    ['DATABASE_URL', 'postgres://u:pa?ss@db/x'],
    ['DATABASE_URL', 'postgres://u:pa#ss@db/x'],
    ['INTEGRATIONS_PORT', '70000'],
    ['INTEGRATIONS_PORT', '8077'],
    ['INTEGRATIONS_URL', 'backend:8078'],
    ['TRUSTED_PROXIES', 'loopback,proxy.example.com'],
    ['REQUESTS_PER_MINUTE', '0'],
    ['TODO_LANGUAGE', 'zh-TW'],
    ['TODO_PROGRAM', 'no-such-program'],
    ['MATTERMOST_COMMAND_TOKEN_TODO', `${TOKEN},short`],
  ])('refuse %s=%s', (name, value) => {
    const faults = faultsOf({ ...least, [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(new RegExp(`^${name}: `));
  });

  it('refuse a value given twice, and a file that cannot be read', () => {
    expect(faultsOf({ ...least, PORT: '1', PORT_FILE: '/x' })).toEqual([
      'PORT: Give either PORT or PORT_FILE; got both.',
    ]);
    expect(faultsOf({ ...least, PORT_FILE: '/x' })[0]).toMatch(/^PORT_FILE: .*"\/x" \(ENOENT\)/);
  });

  it.each([
    'https://user:my-secret@chat.example.com',
    'https://user:my@my-secret@chat.example.com/chat',
    'https://user:my/my-secret@chat.example.com',
    'https:/user:my-secret@chat.example.com',
    'user:my-secret@chat.example.com',
    `https://user:${'long'.repeat(30)}my-secret@chat.example.com`,
  ])('never show a password in an address, such as %s', (MATTERMOST_URL) => {
    const faults = faultsOf({ ...least, MATTERMOST_URL }).join();
    expect(faults).toMatch(/^MATTERMOST_URL: Expected .* without a user or password, .*\[not shown\]@chat/);
    expect(faults).not.toContain('my');
  });

  it('may be the usual addresses of databases', () => {
    for (const DATABASE_URL of [
      'postgres://u:p%40ss@db:5432/x?sslmode=require',
      'postgres://u@/x?host=/run/postgresql&password=a@b',
      'postgresql:///x',
      'sqlite:/srv/a@b.sqlite',
    ]) {
      expect(read({ ...least, DATABASE_URL }).databaseUrl).toBe(DATABASE_URL);
    }
  });

  it('may give slash commands and webhooks an address of their own', () => {
    expect(read(least).http.integrations).toBeNull();
    const apart = { INTEGRATIONS_PORT: '8078', INTEGRATIONS_URL: 'http://backend:8078/' };
    const integrations = { host: '127.0.0.1', port: 8078, url: 'http://backend:8078' };
    expect(read({ ...least, ...apart }).http.integrations).toEqual(integrations);
  });

  it('never show a secret, not even a wrong one', () => {
    const faults = faultsOf({
      MATTERMOST_URL: 'https://chat.example.com',
      MATTERMOST_BOT_TOKEN_TODO: 'my secret!',
      MATTERMOST_WEBHOOK_TOKEN_TODO: 'my,secret!',
      DATABASE_URL: 'mysql://root:secret@db',
    });
    expect(faults).toHaveLength(3);
    expect(faults.join()).not.toMatch(/secret[!@]/);
  });
});
