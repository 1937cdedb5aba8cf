/** Whether this machine knows an IANA zone of that name. Offsets such as `+02:00` are none: they know no summer. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The zone of this machine, which `TZ` sets. */
export const zoneOfMachine = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
