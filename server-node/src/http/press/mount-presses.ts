import type { Express, RequestHandler } from 'express';
import { FORM_PATH, PRESS_PATH } from '../../contract/paths.ts';
import type { HttpDeps } from '../http-deps.ts';
import { readJsonOfAnyType } from '../read-body.ts';
import { makeReceiveForm, makeReceivePress } from './receive-press.ts';
import { makeTellPresser } from './tell-presser.ts';

/** What Mattermost calls for people who press a button or fill in a form, at the site's own address. */
export function mountPresses(app: Express, deps: HttpDeps, signIn: RequestHandler): void {
  app.post(
    PRESS_PATH,
    signIn,
    readJsonOfAnyType,
    makeReceivePress(deps),
    makeTellPresser(deps, 'ephemeral_text'),
  );
  app.post(FORM_PATH, signIn, readJsonOfAnyType, makeReceiveForm(deps), makeTellPresser(deps, 'error'));
}
