import type { z } from 'zod';
import { AppError } from '../shared/app-error.ts';

/** More are cut off: the message is for a person. */
const MAX_FAULTS = 5;

/** @throws {AppError} invalid_input that names each field which is not as expected */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.slice(0, MAX_FAULTS).map(describeFault);
  throw new AppError('invalid_input', `The ${what} is not as expected. ${faults.join(' ')}`);
}

function describeFault(issue: z.core.$ZodIssue): string {
  const field = issue.path.map(String).join('.').slice(0, 80);
  const said = issue.message.slice(0, 200);
  return `${field === '' ? '' : `${field}: `}${said}${said.endsWith('.') ? '' : '.'}`;
}
