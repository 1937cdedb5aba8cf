import type { User } from '../site/records.ts';

const COLOURS = ['#1c58d9', '#0f7b6c', '#8a4fbf', '#b3541e', '#3d5a80', '#9a3b60', '#4d6b1f', '#575d70'];

/** A picture for those who have uploaded none: their initial on a colour of their own. */
export function drawInitial(user: User): string {
  const sum = [...user.id].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const initial = user.username
    .slice(0, 1)
    .toUpperCase()
    .replace(/[^A-Z0-9]/, '?');
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128" width="128" height="128">' +
    `<rect width="128" height="128" fill="${COLOURS[sum % COLOURS.length]}"/>` +
    '<text x="64" y="86" font-family="Open Sans, sans-serif" font-size="64" fill="#fff" text-anchor="middle">' +
    `${initial}</text></svg>`
  );
}
