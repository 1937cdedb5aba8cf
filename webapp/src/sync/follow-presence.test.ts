import { expect, it } from '@jest/globals';
import { followPresence } from './follow-presence.ts';

it('hears at once that the network is gone, and that it is back, until it is stopped', () => {
  const heard: string[] = [];
  const stop = followPresence({
    onHidden: () => undefined,
    onSeen: () => undefined,
    onOffline: () => heard.push('offline'),
    onBack: () => heard.push('back'),
    now: () => 0,
  });
  const tell = () => ['offline', 'online'].forEach((name) => window.dispatchEvent(new Event(name)));
  tell();
  stop();
  tell();
  expect(heard).toEqual(['offline', 'back']);
});
