import multer from 'multer';
import type { Request } from 'express';
import { MattermostError } from '../http/mattermost-error.ts';

const MAX_BUNDLE_BYTES = 100 * 1024 * 1024;

/** `force` is `true` and nothing else. */
export function receiveBundle(req: Request): Promise<{ bytes: Buffer; force: boolean }> {
  const receive = multer({ storage: multer.memoryStorage(), limits: { fileSize: MAX_BUNDLE_BYTES } }).any();
  return new Promise((resolve, reject) => {
    void receive(req, req.res as never, (error: unknown) => {
      if (error) return reject(error as Error);
      const files = Array.isArray(req.files) ? req.files : [];
      const file = files.find(({ fieldname }) => fieldname === 'plugin');
      if (file === undefined) return reject(noFile());
      resolve({ bytes: file.buffer, force: (req.body as { force?: unknown }).force === 'true' });
    });
  });
}

const noFile = () =>
  new MattermostError(400, 'api.plugin.upload.no_file.app_error', 'Missing file in multipart/form request.');
