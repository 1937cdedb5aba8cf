import { AppError } from '../shared/app-error.ts';

const NO_PRIVILEGE = '42501';

const MAY_NOT_MAKE_SCHEMA =
  'The database user may not create the schema todo_node, which the to-dos need. Let an owner of the database run CREATE SCHEMA todo_node AUTHORIZATION "<that user>"; then disable and enable this plugin. Or set Database in its settings to another PostgreSQL or a SQLite file.';

/** What the System Console shows when the plugin cannot start. Unknown failures are in the log. */
export function explainActivation(error: unknown): Error {
  if (error instanceof AppError) return new Error(error.message, { cause: error });
  if (codeOf(error) === NO_PRIVILEGE) return new Error(MAY_NOT_MAKE_SCHEMA, { cause: error });
  const said = error instanceof Error ? error.message : String(error);
  return new Error(`The to-do backend could not start: ${said}`, { cause: error });
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
