import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { knownTokens, proofFor } from '../callers/known-tokens.ts';
import { AppError } from '../shared/app-error.ts';
import type { HttpSettings } from './http-deps.ts';
import { parse } from './parse.ts';
import { sendJson } from './send-json.ts';

const query = z.object({ nonce: z.string().regex(/^[0-9a-f]{32}$/) });

/** For the doctor, who holds the settings: which tokens this very process was started with. */
export const makeKnownTokens =
  (settings: Pick<HttpSettings, 'commandTokens' | 'webhookTokens'>, botToken: string): RequestHandler =>
  (req, res) => {
    const { nonce } = parse(query, req.query, 'query');
    if (!isSame(req.headers.authorization ?? '', `Proof ${proofFor(botToken, nonce)}`)) {
      throw new AppError('wrong_token', "Expected a proof of the bot's token.");
    }
    sendJson(res, 200, knownTokens(botToken, nonce, settings));
  };

const isSame = (one: string, other: string): boolean => timingSafeEqual(sha256(one), sha256(other));
const sha256 = (text: string) => createHash('sha256').update(text).digest();
