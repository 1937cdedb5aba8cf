import type { Facts, Found } from './facts.ts';

/** Facts that complete each other, and where they were found. */
export interface Joined {
  facts: Facts;
  found: Found[];
}

/**
 * Joins what completes each other: `5pm` and `tomorrow`, wherever they stand. What contradicts each other (two days, two
 * times) begins another reading; a neighbour is joined before what is further away.
 */
export function join(found: readonly Found[]): Joined[] {
  const groups: Joined[] = [];
  for (const one of found) {
    const last = groups.at(-1);
    if (last !== undefined && completes(last.facts, one)) {
      last.facts = { ...last.facts, ...factsOf(one) };
      last.found.push(one);
    } else groups.push({ facts: factsOf(one), found: [one] });
  }
  return groups.filter(({ facts }) => saysWhen(facts)).flatMap(bothDays);
}

function bothDays(joined: Joined): Joined[] {
  const otherDay = joined.found.find((one) => one.otherDay !== undefined)?.otherDay;
  return otherDay === undefined
    ? [joined]
    : [joined, { ...joined, facts: { ...joined.facts, day: otherDay } }];
}

function factsOf({ span: _span, otherDay: _otherDay, ...facts }: Found): Facts {
  return facts;
}

/** Words that say nothing of time themselves, such as `remind me`, go with any. */
function completes(facts: Facts, more: Found): boolean {
  const names = Object.keys(facts) as (keyof Facts)[];
  if (names.length === 0 || Object.keys(more).length === 1) return true;
  if (names.some((name) => more[name] !== undefined)) return false;
  if (facts.after !== undefined || more.after !== undefined) return false;
  return facts.refused === undefined && more.refused === undefined;
}

const saysWhen = ({ day, part, clock, after, repeat, refused }: Facts): boolean =>
  [day, part, clock, after, repeat, refused].some((fact) => fact !== undefined);
