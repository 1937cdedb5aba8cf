import express, { type RequestHandler } from 'express';
import { AppError } from '../shared/app-error.ts';
import { MAX_BODY_BYTES } from './errors/refusal-of-express.ts';
import { makeBodySlots, unlessGivenUp } from './limits/body-slots.ts';

/** A small compressed body can hold a huge one; nobody who calls us compresses. */
const options = { limit: MAX_BODY_BYTES, inflate: false };

const json = express.json(options);
const form = express.urlencoded({ ...options, extended: false, parameterLimit: 100 });

export const readJson: RequestHandler[] = [requireType('application/json'), json];
/** The body is read before anybody knows who calls, since the token is in it. Mattermost sends either type, as its integration is set up. */
export const makeReadOfAnybody = (): RequestHandler[] => [
  requireType('application/json', 'application/x-www-form-urlencoded'),
  makeBodySlots(),
  json,
  form,
  unlessGivenUp,
];

function requireType(...types: string[]): RequestHandler {
  return (req, _res, next) => {
    if (req.is(types)) return next();
    next(new AppError('unsupported_type', `Send a body with Content-Type: ${types.join(' or ')}.`));
  };
}

/** Where Mattermost hands a press to the plugin's own process it names no type. */
export const readJsonOfAnyType: RequestHandler = express.json({ ...options, type: () => true });
