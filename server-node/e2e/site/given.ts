import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reactVersionOf } from '../../preview/run/react-version.ts';
import type { Admin } from './open-real-server.ts';

const { MM_URL = '', MM_ADMIN_USER, MM_ADMIN_PASSWORD, TODO_BUNDLE = '' } = process.env;

/** With `MM_URL`, `MM_ADMIN_USER` and `MM_ADMIN_PASSWORD` the tests run on that server, else on the stand-in. */
export const isRealServer = MM_URL !== '';

/** What the stand-in's page brings; a real server has its own. */
export const givenReact = reactVersionOf(process.env);

/** With `TODO_BUNDLE` besides, the path of a managed bundle, that is uploaded and enabled before. */
export const givenBundle =
  isRealServer && TODO_BUNDLE !== ''
    ? resolve(fileURLToPath(new URL('../../../', import.meta.url)), TODO_BUNDLE)
    : undefined;

/** The part of its address below which the server is; empty for most. */
export const givenSubpath = isRealServer ? new URL(MM_URL).pathname.replace(/\/+$/, '') : '';

/** Mattermost runs here, and can run a program of this machine. */
export const isOwnMachine = isRealServer && ['localhost', '127.0.0.1'].includes(new URL(MM_URL).hostname);

export function givenAdmin(): Admin {
  if (!isRealServer || MM_ADMIN_USER === undefined || MM_ADMIN_PASSWORD === undefined) {
    throw new Error('Expected MM_URL, MM_ADMIN_USER and MM_ADMIN_PASSWORD.');
  }
  return { url: MM_URL.replace(/\/+$/, ''), user: MM_ADMIN_USER, password: MM_ADMIN_PASSWORD };
}
