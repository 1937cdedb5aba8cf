import { describe, expect, it } from '@jest/globals';
import { responseUrlAt } from './response-url.ts';

const HOOK = '/hooks/commands/fakehookxxxxxxxxxxxxxxx001';

describe('the address of a late answer', () => {
  it('is on the Mattermost of the settings, whatever host came', () => {
    const url = responseUrlAt('http://mattermost:8065/chat', `https://evil.example/x${HOOK}`);
    expect(url).toBe(`http://mattermost:8065/chat${HOOK}`);
  });

  it.each(['', 'http://169.254.169.254/latest', 'https://evil.example/hooks/commands/../x', 'no address'])(
    'is none for %j',
    (given) => expect(responseUrlAt('http://mattermost:8065/chat', given)).toBeUndefined(),
  );
});
