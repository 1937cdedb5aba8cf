import { serveBody } from '../../src/api/serve-body.ts';
import { raw } from '../../src/gob/gob-type.ts';
import { fileUploadArgs } from '../../src/hooks/file-will-be-uploaded.ts';
import type { FileInfoInput } from '../../src/model/file.ts';
import type { ByteStream } from '../../src/yamux/byte-stream.ts';
import type { Wire } from './exchange.ts';

export interface UploadOutcome {
  /** Fields of the description that the plugin replaced. */
  readonly info: Readonly<Record<string, unknown>>;
  /** Why the file is refused; empty when it is not. */
  readonly refused: string;
  /** What is stored. */
  readonly content: Buffer;
}

/** Somebody uploads a file; as Mattermost, it waits for the end of the replacement without limit. */
export async function uploadFile(
  { broker, hooks }: Wire,
  info: FileInfoInput,
  content: Buffer,
): Promise<UploadOutcome> {
  const [UploadedFileStream, ReplacementFileStream] = [broker.nextId(), broker.nextId()];
  void broker.accept(UploadedFileStream).then((stream) => serveBody(stream, content));
  const replacement = broker.accept(ReplacementFileStream).then(allOf);
  const args = { A: {}, B: info, UploadedFileStream, ReplacementFileStream };
  const reply = await hooks.call('Plugin.FileWillBeUploaded', fileUploadArgs, args, raw);
  const { A = {}, B = '' } = reply as { A?: Record<string, unknown>; B?: string };
  const replaced = await replacement;
  return { info: A, refused: B, content: replaced.length === 0 ? content : replaced };
}

function allOf(stream: ByteStream): Promise<Buffer> {
  const pieces: Buffer[] = [];
  return new Promise((resolve) => {
    stream.listen({
      data: (piece) => {
        pieces.push(piece);
        stream.consumed(piece.length);
      },
      ended: () => {
        stream.end();
        resolve(Buffer.concat(pieces));
      },
    });
  });
}
