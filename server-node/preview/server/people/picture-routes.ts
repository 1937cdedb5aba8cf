import multer from 'multer';
import type { Request } from 'express';
import { OK, WRITTEN } from '../http/answers.ts';
import type { ApiRouter } from '../http/api-router.ts';
import type { Call } from '../http/call.ts';
import { MattermostError } from '../http/mattermost-error.ts';
import type { User } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { drawInitial } from './draw-initial.ts';
import { insist, isAdmin } from './permissions.ts';
import { wantedUser } from './user-routes.ts';

const MAX_PICTURE_BYTES = 10 * 1024 * 1024;
const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

export function pictureRoutes(site: Site, api: ApiRouter): void {
  api.on('get', '/users/:user_id/image', (call) => show(site, call));
  api.on('get', '/users/:user_id/image/default', (call) => sendDefault(call, wantedUser(site, call)));
  api.on('post', '/users/:user_id/image', (call) => upload(site, call));
}

function show(site: Site, call: Call): typeof WRITTEN {
  const user = wantedUser(site, call);
  const picture = site.world.pictures.get(user.id);
  if (picture === undefined) return sendDefault(call, user);
  const bytes = Buffer.from(picture, 'base64');
  const type = bytes.subarray(0, 4).equals(PNG_START) ? 'image/png' : 'image/jpeg';
  call.res.setHeader('Content-Type', type).setHeader('Cache-Control', 'max-age=86400, private').end(bytes);
  return WRITTEN;
}

function sendDefault(call: Call, user: User): typeof WRITTEN {
  call.res.setHeader('Content-Type', 'image/svg+xml').setHeader('Cache-Control', 'max-age=86400, private');
  call.res.end(drawInitial(user));
  return WRITTEN;
}

async function upload(site: Site, call: Call): Promise<typeof OK> {
  const user = wantedUser(site, call);
  insist(user.id === call.user.id || isAdmin(call.user) || user.bot?.owner_id === call.user.id);
  const picture = await receiveFile(call.req, 'image', MAX_PICTURE_BYTES);
  if (picture === undefined) {
    throw new MattermostError(
      400,
      'api.user.upload_profile_user.no_file.app_error',
      "No file under 'image' in request.",
    );
  }
  site.world.pictures.set(user.id, picture.toString('base64'));
  user.update_at = site.now();
  return OK;
}

/** One file of a multipart form, in memory; undefined when the form has none of that name. */
export function receiveFile(req: Request, field: string, maxBytes: number): Promise<Buffer | undefined> {
  const receive = multer({ storage: multer.memoryStorage(), limits: { fileSize: maxBytes } }).any();
  return new Promise((resolve, reject) => {
    void receive(req, req.res as never, (error: unknown) => {
      if (error) return reject(error as Error);
      const files = Array.isArray(req.files) ? req.files : [];
      resolve(files.find(({ fieldname }) => fieldname === field)?.buffer);
    });
  });
}
