import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { UserId } from '../../shared/ids.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { makeTypedBy, type TypedBy } from './typed-by.ts';

const NOW = Date.UTC(2026, 10, 22);
const ann = 'a'.repeat(26) as UserId;
const ben = 'b'.repeat(26) as UserId;

const newKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

function triggerId({ privateKey } = newKey(), userId: string = ann, at: number | string = NOW): string {
  const content = `${'c'.repeat(26)}:${userId}:${at}:`;
  const signature = sign('sha256', Buffer.from(content), privateKey).toString('base64');
  return Buffer.from(`${content}${signature}`).toString('base64');
}

describe('who typed a command', () => {
  let clock: number;
  let key: ReturnType<typeof newKey>;
  let asked: number;
  let isTypedBy: TypedBy;
  beforeEach(() => {
    [clock, key, asked] = [NOW, newKey(), 0];
    isTypedBy = makeTypedBy(
      async () => {
        asked += 1;
        const der = key.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
        const body = Buffer.from(JSON.stringify({ AsymmetricSigningPublicKey: der, SiteURL: '' }));
        return { status: 200, headers: {}, body };
      },
      () => clock,
    );
  });

  it('is the person for whom Mattermost signed just now', async () => {
    expect(await isTypedBy(triggerId(key), ann)).toBe(true);
    expect(await isTypedBy(triggerId(key), ann)).toBe(true);
    expect(asked).toBe(1);
  });

  it('is nobody else, whoever has the token of the command', async () => {
    expect(await isTypedBy(triggerId(key), ben)).toBe(false);
    expect(await isTypedBy(triggerId(newKey()), ann)).toBe(false);
    const swapped = Buffer.from(triggerId(key), 'base64').toString().replaceAll(ann, ben);
    expect(await isTypedBy(Buffer.from(swapped).toString('base64'), ben)).toBe(false);
  });

  it.each([NOW - 6 * MINUTE_MS, NOW + 6 * MINUTE_MS, 'never', ''])('is not told by one of %s', async (at) => {
    expect(await isTypedBy(triggerId(key, ann, at), ann)).toBe(false);
  });

  it.each(['', 'x', ':::', '\0', 'ö'.repeat(900), Buffer.from(`c:${ann}:${NOW}:`).toString('base64')])(
    'is not told by %j',
    async (id) => expect(await isTypedBy(id, ann)).toBe(false),
  );

  it('is known again after Mattermost got a new key, and after an hour', async () => {
    expect(await isTypedBy(triggerId(key), ann)).toBe(true);
    key = newKey();
    expect(await isTypedBy(triggerId(key), ann)).toBe(true);
    clock += HOUR_MS;
    expect(await isTypedBy(triggerId(key, ann, clock), ann)).toBe(true);
    expect(asked).toBe(3);
  });

  it('cannot be forged by random bytes', async () => {
    for (let n = 0; n < 50; n++) {
      const forged = `c:${ann}:${NOW}:${randomBytes(70).toString('base64')}`;
      expect(await isTypedBy(Buffer.from(forged).toString('base64'), ann)).toBe(false);
    }
  });
});
