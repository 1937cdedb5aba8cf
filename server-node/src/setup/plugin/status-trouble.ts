import { printable } from '../printable.ts';
import { STATE, type PluginStatus } from './plugin-records.ts';

/** What is wrong, and the one thing to do. */
export interface Trouble {
  saw: string;
  fix: string;
}

/** Both in one line. */
export const troubleError = ({ saw, fix }: Trouble): Error => new Error(printable(`${saw} To do: ${fix}`));

export const PLUGINS_OFF: Trouble = {
  saw: 'Plugins are off in this Mattermost.',
  fix: 'turn on PluginSettings.Enable in System Console > Plugins > Plugin Management.',
};

const AGAIN = 'then disable and enable the plugin';

/** What Mattermost was seen to say of a plugin that it could not start; `$1` is what the pattern found. */
const CAUSES: readonly (Trouble & { said: RegExp })[] = [
  {
    said: /permission denied/,
    saw: 'Mattermost may not run the program of the plugin: its plugin folder is mounted "noexec", or belongs to somebody else.',
    fix: `let PluginSettings.Directory be a folder from which Mattermost's user may run programs, ${AGAIN}.`,
  },
  {
    said: /executable not found for environment: (\w+)\/(\w+)/,
    saw: 'The bundle has no program for this server, which is $1-$2.',
    fix: 'npm run deploy -- --platform $1-$2 (dist/ has a bundle for linux-amd64 and one for linux-arm64; elsewhere run the backend beside Mattermost).',
  },
  {
    said: /exec format error/,
    saw: 'The program of the plugin is for another processor.',
    fix: 'deploy the bundle of the platform of the server: --platform linux-amd64 or linux-arm64.',
  },
  {
    said: /fork\/exec .*no such file or directory/,
    saw: 'The server lacks what the program of the plugin needs: it has no glibc.',
    fix: 'use an image with glibc 2.28 or newer, as the official one, or run the backend beside Mattermost.',
  },
  {
    said: /unable to (?:copy|read|rename|remove old) webapp bundle/,
    saw: 'Mattermost could not unpack the plugin: a folder is full or read-only, or the upload was cut.',
    fix: 'see that PluginSettings.Directory and ClientDirectory can be written and have 200 MB free, and deploy again.',
  },
  {
    said: /requires Mattermost (\S+)/,
    saw: 'This Mattermost is too old: the plugin needs $1.',
    fix: 'update Mattermost.',
  },
  {
    said: /timeout while waiting for plugin to start|Unrecognized remote plugin message|plugin exited before we could connect/,
    saw: 'The program of the plugin began, and did not get as far as to talk to Mattermost.',
    fix: `look into Mattermost's log for lines of plugin_id todo-node, ${AGAIN}.`,
  },
  {
    said: /may not create the schema/,
    saw: 'The plugin does not start, for want of a right in the database.',
    fix: `let an owner of the database run that statement; ${AGAIN}.`,
  },
];

/** @returns undefined when every node runs this version (any, when none is named) */
export function statusTrouble(found: readonly PluginStatus[], version?: string): Trouble | undefined {
  if (found.length === 0) return NOT_INSTALLED;
  const wrong = found.find((status) => status.state !== STATE.running);
  if (wrong !== undefined) return notRunning(wrong);
  const other = found.find((status) => version !== undefined && status.version !== version);
  if (other === undefined) return undefined;
  return {
    saw: `Version ${other.version} runs, not ${version}.`,
    fix: 'wait a moment, if there are several nodes; else deploy again.',
  };
}

const NOT_INSTALLED: Trouble = {
  saw: 'The plugin is not installed.',
  fix: 'npm run deploy -- --managed, or upload the bundle in System Console > Plugins > Plugin Management.',
};

function notRunning({ state, error }: PluginStatus): Trouble {
  if (state === STATE.givenUp) {
    return {
      saw: 'Mattermost has given the plugin up, because its process ended three times within an hour.',
      fix: "see in Mattermost's log why (plugin_id todo-node); then disable and enable it: enabling alone does nothing.",
    };
  }
  if (state === STATE.failedToStart) return failedToStart(error);
  return {
    saw: 'The plugin is installed and does not run.',
    fix: 'enable it in System Console > Plugins > Plugin Management; if it is enabled there, disable it first.',
  };
}

function failedToStart(error: string): Trouble {
  const cause = CAUSES.find(({ said }) => said.test(error));
  const said = `Mattermost says: ${error === '' ? 'nothing' : error.replace(/[.\s]*$/, '')}.`;
  const [, ...groups] = cause?.said.exec(error) ?? [];
  const filled = (text: string) =>
    text.replace(/\$(\d)/g, (_all, at: string) => groups[Number(at) - 1] ?? '');
  if (cause === undefined) {
    return {
      saw: `The plugin does not start. ${said}`,
      fix: "look into Mattermost's log for plugin_id todo-node.",
    };
  }
  return { saw: `${filled(cause.saw)} ${said}`.trim(), fix: filled(cause.fix) };
}
