import { expect, it } from '@jest/globals';
import { isReachableFor } from './internal-address.ts';

it.each([
  ['a public address', '', 'chat.example.com', ['8.8.8.8'], true],
  ['loopback by name', '', 'localhost', ['127.0.0.1', '::1'], false],
  ['loopback named in the setting', 'example localhost', 'localhost', ['127.0.0.1', '::1'], true],
  ['a name whose bare address is in the setting', '10.0.0.5', 'todo', ['10.0.0.5'], false],
  ['a bare address written in both', '10.0.0.5', '10.0.0.5', ['10.0.0.5'], true],
  ['a network in the setting', '10.0.0.0/8,192.168.1.0/24', 'todo', ['10.0.0.5'], true],
  ['one of two addresses outside that network', '10.0.0.0/8', 'todo', ['10.0.0.5', '172.16.0.1'], false],
  ['IPv6 of one’s own', '', 'todo', ['fd00::1'], false],
  ['IPv6 in a network of the setting', 'fd00::/8', 'todo', ['fd00::1'], true],
  ['a setting that is no network', 'x/y 10.0.0.0/ab', 'todo', ['10.0.0.5'], false],
])('%s: allowed "%s", host %s at %j → %s', (_what, allowed, host, addresses, expected) => {
  expect(isReachableFor(allowed, host, addresses)).toBe(expected);
});
