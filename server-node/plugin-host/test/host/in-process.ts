import type { IncomingMessage } from 'node:http';
import { Duplex } from 'node:stream';

import type { SessionLimits } from '../../src/go-plugin/session-limits.ts';
import { PluginSession } from '../../src/go-plugin/plugin-session.ts';
import type { Plugin } from '../../src/hooks/plugin.ts';
import type { Logger, LogFields } from '../../src/process/logger.ts';
import type { Host } from '../../src/process/run-plugin.ts';
import type { MattermostOptions } from './mattermost-side.ts';
import { MattermostSide } from './mattermost-side.ts';

export interface LogEntry {
  readonly level: string;
  readonly message: string;
  readonly fields: LogFields;
}

type InProcessOptions = MattermostOptions & {
  readonly limits?: Partial<SessionLimits>;
  readonly intercept?: (request: IncomingMessage) => boolean;
};

export interface InProcess {
  readonly mattermost: MattermostSide;
  readonly session: PluginSession;
  readonly logged: LogEntry[];
}

/** A plugin and Mattermost in one process, joined by a pair of streams. Not activated yet. */
export function inProcess(
  load: (host: Host) => Plugin | Promise<Plugin>,
  options: InProcessOptions = {},
): InProcess {
  const logged: LogEntry[] = [];
  const log = recordingLog(logged);
  const [here, there] = duplexPair();
  const session = new PluginSession({
    send: (bytes) => void (here.destroyed || here.write(Buffer.concat(bytes))),
    plugin: async (own) => load({ api: own.api, http: own.http, log }),
    log,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.intercept === undefined ? {} : { intercept: options.intercept }),
  });
  here.on('data', (chunk: Buffer) => session.receive(chunk)).on('close', () => session.close());
  return { mattermost: new MattermostSide(there, options), session, logged };
}

export function recordingLog(entries: LogEntry[]): Logger {
  const at =
    (level: string) =>
    (message: string, fields: LogFields = {}): void =>
      void entries.push({ level, message, fields });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** Two ends of one connection; what is written to one can be read from the other. */
export function duplexPair(): [Duplex, Duplex] {
  const ends: [Duplex, Duplex] = [end(() => ends[1]), end(() => ends[0])];
  return ends;
}

function end(other: () => Duplex): Duplex {
  return new Duplex({
    read: () => undefined,
    write: (chunk, _encoding, done) => {
      other().push(chunk);
      done();
    },
    final: (done) => {
      other().push(null);
      done();
    },
    destroy: (error, done) => {
      done(error);
      process.nextTick(() => other().destroy());
    },
  });
}
