/** A plugin that does everything wrong: throws at once, later, and where nobody waits. */
import { runPlugin } from 'mattermost-plugin-host';

const stray = () => setTimeout(() => failing('where nobody waits'), 1);

function failing(how: string): never {
  throw new Error(`This plugin fails ${how}.`);
}

await runPlugin(() => ({
  OnConfigurationChange: () => failing('at once'),
  ExecuteCommand: async () => {
    stray();
    await Promise.resolve();
    return failing('later');
  },
  MessageWillBePosted: () => failing('at once'),
  MessageHasBeenPosted: async () => failing('as a promise'),
  ServeHTTP: () => failing('at once'),
}));
