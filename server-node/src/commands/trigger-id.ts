/** What Mattermost signs each time a person types a command or presses a button. */
export interface TriggerId {
  userId: string;
  /** When it was signed. NaN where that is no number. */
  at: number;
  /** The signed bytes, by which two ids are the same one; base64 and signature may be written in several ways. */
  signed: string;
  signature: Buffer;
}

/** A `trigger_id` is base64 of `id:user:moment:signature`. @returns undefined for anything else */
export function readTriggerId(text: string): TriggerId | undefined {
  const parts = Buffer.from(text, 'base64').toString().split(':');
  const [id, userId, at, signature] = parts;
  if (parts.length !== 4 || userId === undefined || signature === undefined) return undefined;
  return {
    userId,
    at: Number(at),
    signed: `${id}:${userId}:${at}:`,
    signature: Buffer.from(signature, 'base64'),
  };
}
