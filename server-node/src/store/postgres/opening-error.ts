import pg from 'pg';
import { AppError } from '../../shared/app-error.ts';
import { codeOf, isAway, partsOf } from './errors.ts';

/**
 * What no waiting mends: user, password, database, parameters of the address, certificates, a socket that may not be
 * opened. PgBouncer refuses parameters with 08P01.
 */
const FOR_GOOD = /^(28...|3D000|08P01|0A000|22...|42...|EACCES|EPERM|EPROTO|ERR_.*)$/;
const NO_PRIVILEGE = '42501';
/** A schema that one may not use counts as missing. */
const NO_SCHEMA = '3F000';
/** There is another table, column or type than expected; or a foreign row. */
const OTHER_TABLES = /^(42...|23...|22...)$/;
const LONGEST_REASON = 300;

/**
 * Says why a connection was not to be had; the error is left as it is when waiting may help.
 *
 * @param wasTried false: the address itself could not be read
 */
export function connectingError(error: unknown, wasTried: boolean): unknown {
  if (wasTried && isAway(error) && !FOR_GOOD.test(codeOf(error))) return error;
  const message = `The PostgreSQL for the to-dos cannot be used: ${reasonOf(error)}. Check address, user, password and database, and what the server lets in.`;
  return new AppError('invalid_config', message, { cause: error });
}

/** Says what is wrong with the schema; the error is left as it is when that is not the reason. */
export function migratingError(error: unknown, schema: string): unknown {
  if (error instanceof AppError || !(error instanceof pg.DatabaseError)) return error;
  if ([NO_PRIVILEGE, NO_SCHEMA].includes(codeOf(error))) {
    return new AppError(
      'invalid_config',
      `The database user may not use what is in the schema ${schema}, which seems to belong to another user: ${reasonOf(error)}. Let an owner of the database hand it over: ALTER SCHEMA ${schema} OWNER TO "<that user>", and the same for its tables; or rename it if it is none of ours. Nothing was changed.`,
      { cause: error },
    );
  }
  if (!OTHER_TABLES.test(codeOf(error))) return error;
  return new AppError(
    'invalid_config',
    `The schema ${schema} holds tables that this program did not make: ${reasonOf(error)}. Rename that schema, or use another database. Nothing was changed.`,
    { cause: error },
  );
}

/** @returns undefined when that is not the reason */
export function mayNotMakeSchema(error: unknown, schema: string): AppError | undefined {
  if (codeOf(error) !== NO_PRIVILEGE) return undefined;
  return new AppError(
    'invalid_config',
    `The database user may not create the schema ${schema}, which the to-dos need. Let an owner of the database run CREATE SCHEMA ${schema} AUTHORIZATION "<that user>", or use another database.`,
    { cause: error },
  );
}

/** PostgreSQL and `pg` never repeat a password; an address that they cannot read they do not repeat at all. */
function reasonOf(error: unknown): string {
  const { message: said } = partsOf(error);
  const code = codeOf(error);
  const text = String(said).replaceAll(/\s+/g, ' ').slice(0, LONGEST_REASON);
  return code === '' || text.includes(code) ? text : `${text} (${code})`;
}
