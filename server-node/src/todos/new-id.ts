import { randomFillSync } from 'node:crypto';
import type { Clock } from '../shared/time.ts';

/** Digits before letters and no `i l o u`: ids sort as their moments do, and are shaped like Mattermost's. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_CHARACTERS = 10;
const RANDOM_CHARACTERS = 16;

export type NewId = () => string;

/** 26 characters: 10 for the millisecond, 16 (80 bits) random. */
export function makeNewId(now: Clock): NewId {
  return () => timeCharacters(now()) + randomCharacters();
}

function timeCharacters(at: number): string {
  let characters = '';
  for (let rest = Math.max(0, at); characters.length < TIME_CHARACTERS; rest = Math.floor(rest / 32)) {
    characters = ALPHABET.charAt(rest % 32) + characters;
  }
  return characters;
}

function randomCharacters(): string {
  let characters = '';
  for (const byte of randomFillSync(new Uint8Array(RANDOM_CHARACTERS)))
    characters += ALPHABET.charAt(byte & 31);
  return characters;
}
