import { startStandIn } from '../start-stand-in.ts';
import { callApi } from './api-client.ts';

/** A Mattermost to run the contract on: the stand-in, or the real one that the environment names. */
export interface ContractSite {
  url: string;
  adminToken: string;
  isReal: boolean;
  close(): Promise<void>;
}

/** MM_URL with MM_ADMIN_USER and MM_ADMIN_PASSWORD: on that server people, teams and channels are made, and stay. */
export async function openSite(): Promise<ContractSite> {
  const { MM_URL, MM_ADMIN_USER = '', MM_ADMIN_PASSWORD = '' } = process.env;
  if (MM_URL === undefined || MM_URL === '') return openStandIn();
  const url = MM_URL.replace(/\/+$/, '');
  const adminToken = await logIn(url, MM_ADMIN_USER, MM_ADMIN_PASSWORD);
  return { url, adminToken, isReal: true, close: async () => undefined };
}

async function openStandIn(): Promise<ContractSite> {
  const standIn = await startStandIn({ challengeTimeoutMs: 5_000 });
  const adminToken = await logIn(standIn.url, 'admin', standIn.seed.password);
  return { url: standIn.url, adminToken, isReal: false, close: () => standIn.stop() };
}

/** @returns the token of the session. @throws when the server does not let them in */
export async function logIn(url: string, name: string, password: string): Promise<string> {
  const body = { login_id: name, password };
  const answer = await callApi(url, 'POST', '/api/v4/users/login', { body });
  const token = answer.headers.get('token');
  if (token === null) throw new Error(`${name} could not log in at ${url}: ${answer.status} ${answer.text}`);
  return token;
}
