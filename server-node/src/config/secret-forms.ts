/**
 * A secret as it may stand in a line of the log: as it is, as in an address (with %40 for an @), and with the
 * backslashes that JSON puts before quotes.
 */
export function secretForms(secret: string): string[] {
  const plain = decoded(secret);
  const inAddress = [secret, plain, encodeURIComponent(plain.toWellFormed())];
  return [...new Set(inAddress.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]))];
}

/** As the database gets it; a `%` that begins no code stands for itself there. */
function decoded(secret: string): string {
  try {
    return decodeURIComponent(secret);
  } catch {
    return secret;
  }
}
