import { describe, expect, it } from '@jest/globals';

import { inProcess } from '../../test/host/in-process.ts';
import { goldenFiles, streamOf } from '../../test/recordings/golden.ts';
import { GobReader } from '../gob/gob-reader.ts';
import type { SessionLimits } from '../go-plugin/session-limits.ts';
import { fileUploadArgs } from './file-will-be-uploaded.ts';
import type { FileWillBeUploaded } from './plugin.ts';

const CONTENT = Buffer.from('0123456789'.repeat(70_000));

async function upload(handler: FileWillBeUploaded, limits: Partial<SessionLimits> = {}) {
  const { mattermost, logged } = inProcess(() => ({ FileWillBeUploaded: handler }), { limits });
  await mattermost.activate();
  const outcome = await mattermost.uploadFile({ Id: 'f', Name: 'notes.txt' }, CONTENT);
  await mattermost.ping();
  mattermost.close();
  const { info, refused, content } = outcome;
  const asItWas = content.equals(CONTENT);
  return { info, refused, content, asItWas, logged, implemented: mattermost.implemented };
}

describe('a file on its way up', () => {
  it('passes as it is when the handler only looks at its description', async () => {
    const seen: unknown[] = [];
    const outcome = await upload((_context, { Name }) => void seen.push(Name));
    expect(outcome).toMatchObject({ info: {}, refused: '', asItWas: true });
    expect(seen).toEqual(['notes.txt']);
    expect(outcome.implemented).toContain('FileWillBeUploaded');
  });

  it('can be read, replaced and described anew', async () => {
    const outcome = await upload(async (_context, _info, file, replacement) => {
      for await (const piece of file) replacement.write(String(piece).replaceAll('0', 'X'));
      return { Name: 'marked.txt' };
    });
    expect(outcome.info).toEqual({ Name: 'marked.txt' });
    expect(outcome.content.equals(Buffer.from('X123456789'.repeat(70_000)))).toBe(true);
  });

  it('is refused by a text', async () => {
    expect(await upload(() => 'No notes here.')).toMatchObject({ info: {}, refused: 'No notes here.' });
  });

  it('passes when the handler fails before it wrote anything', async () => {
    const outcome = await upload(() => {
      throw new Error('boom');
    });
    expect(outcome).toMatchObject({ refused: '', asItWas: true });
    expect(outcome.logged).toMatchObject([{ message: 'The hook FileWillBeUploaded failed.' }]);
  });

  it('is refused when the handler fails half way: Mattermost would store the half', async () => {
    const outcome = await upload((_context, _info, _file, replacement) => {
      replacement.write('half');
      throw new Error('boom');
    });
    expect(outcome.refused).toMatch(/failed while it replaced the file/);
  });

  it('does not wait for a handler that never answers', async () => {
    const outcome = await upload(() => new Promise<never>(() => undefined), { hookTimeoutMs: 20 });
    expect(outcome).toMatchObject({ refused: '', asItWas: true });
  });

  it('arrives as Mattermost sends it', () => {
    const [golden] =
      goldenFiles('hooks').find(({ file }) => file.includes('FileWillBeUploaded'))?.cases ?? [];
    const reader = new GobReader();
    reader.push(streamOf(golden?.request?.args ?? { defs: [], message: '', value: {} }));
    const { A, B, UploadedFileStream, ReplacementFileStream } = reader.read(fileUploadArgs)?.value ?? {};
    expect([A?.SessionId, B?.Id, B?.Size]).not.toContain(undefined);
    expect([UploadedFileStream, ReplacementFileStream]).toEqual([3, 4]);
  });
});
