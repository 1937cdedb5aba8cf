import { serviceSetting } from '../site/config-section.ts';
import type { Site } from '../site/site.ts';
import { isAllowedAddress } from './allowed-address.ts';
import { sendRequest, type IntegrationAnswer } from './send-request.ts';

export interface Outgoing {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Calls an address that users have written down: internal ones only where the configuration allows them. */
export async function callIntegration(site: Site, outgoing: Outgoing): Promise<IntegrationAnswer> {
  const url = new URL(outgoing.url);
  const allowed = String(serviceSetting(site.world, 'AllowedUntrustedInternalConnections'));
  if (!(await isAllowedAddress(url.hostname, allowed))) {
    throw new Error(
      `${url.hostname} is an internal address which AllowedUntrustedInternalConnections does not name.`,
    );
  }
  return sendRequest({ ...outgoing, url, timeoutMs: site.integrationTimeoutMs });
}

/** Keys in the order of the alphabet, as Go encodes a form. */
export const formEncode = (fields: Record<string, string>): string =>
  new URLSearchParams(Object.entries(fields).sort(([left], [right]) => (left < right ? -1 : 1))).toString();

export const isJson = (contentType: string): boolean =>
  contentType.split(';')[0]?.trim().toLowerCase() === 'application/json';
