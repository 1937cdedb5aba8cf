import { bool, emptyStruct, string, uint } from '../gob/gob-type.ts';
import type { RpcMethod } from '../net-rpc/rpc-server.ts';

export interface ControlDeps {
  /** Starts serving the hooks and tells under which broker id. */
  readonly dispense: () => number;
  readonly onPing: () => void;
  readonly onQuit: () => void;
}

/** What go-plugin itself asks on the first stream. */
export function controlMethods({ dispense, onPing, onQuit }: ControlDeps): ReadonlyMap<string, RpcMethod> {
  return new Map<string, RpcMethod>([
    ['Dispenser.Dispense', { args: string, reply: uint, call: (name: string) => onlyHooks(name, dispense) }],
    ['Control.Ping', { args: bool, reply: emptyStruct, call: () => (onPing(), {}) }],
    ['Control.Quit', { args: bool, reply: emptyStruct, call: () => (onQuit(), {}) }],
  ]);
}

function onlyHooks(name: string, dispense: () => number): number {
  if (name !== 'hooks') throw new Error(`unknown plugin type: ${name}`);
  return dispense();
}
