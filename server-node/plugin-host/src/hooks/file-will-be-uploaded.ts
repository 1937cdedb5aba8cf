import { struct, uint } from '../gob/gob-type.ts';
import type { OutOf } from '../gob/gob-type.ts';
import { fileInfo } from '../model/file.ts';
import { context } from '../model/server.ts';
import type { RpcMethod } from '../net-rpc/rpc-server.ts';
import type { ByteStream } from '../yamux/byte-stream.ts';
import { fileDecision } from './decisions.ts';
import type { HookDeps } from './hook-server.ts';
import { answered } from './hook-server.ts';
import type { FileWillBeUploaded, Plugin } from './plugin.ts';
import { ReplacementFile, uploadedFile } from './uploaded-file.ts';

export const fileUploadArgs = struct('Args', {
  A: context,
  B: fileInfo,
  UploadedFileStream: uint,
  ReplacementFileStream: uint,
});

const HALF_REPLACED = 'The plugin failed while it replaced the file. The server log has the details.';

/** The one hook with streams of its own: the uploaded file comes on one, its replacement goes by the other. */
export function fileUploadMethod(
  plugin: Plugin,
  dial: (brokerId: number) => ByteStream,
  deps: HookDeps,
): RpcMethod | undefined {
  const { FileWillBeUploaded: handler } = plugin;
  if (handler === undefined) return undefined;
  const call = (args: OutOf<typeof fileUploadArgs>) => decide(handler.bind(plugin), args, dial, deps);
  return { args: fileUploadArgs, reply: fileDecision.type, call };
}

/**
 * Both streams are dialled at once and always ended: Mattermost waits for the end of the replacement without limit, and
 * stores what has come of it, so a failure half way refuses the upload.
 */
async function decide(
  handler: FileWillBeUploaded,
  args: OutOf<typeof fileUploadArgs>,
  dial: (brokerId: number) => ByteStream,
  deps: HookDeps,
): Promise<unknown> {
  const file = uploadedFile(dial(args.UploadedFileStream));
  const replacement = new ReplacementFile(dial(args.ReplacementFileStream));
  replacement.on('error', () => undefined);
  const failed = () => (replacement.writtenBytes > 0 ? { B: HALF_REPLACED } : {});
  const run = () => handler(args.A, args.B, file, replacement);
  try {
    return await answered('FileWillBeUploaded', { ...fileDecision, failed }, run, args, deps);
  } finally {
    file.destroy();
    await ended(replacement);
  }
}

/** A handler need not end the replacement; what it wrote is complete when it has answered. */
function ended(replacement: ReplacementFile): Promise<void> {
  return new Promise((resolve) => {
    replacement.once('close', resolve);
    if (replacement.closed) resolve();
    else if (!replacement.writableEnded) replacement.end();
  });
}
