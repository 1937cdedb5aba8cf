import { basename } from 'node:path';
import { z } from 'zod';
import { SECOND_MS } from '../../shared/time.ts';
import { DIALECT_NAMES, DIALECTS, type DialectName } from './dialects/dialects.ts';
import type { ProgramVerb, Template } from './dialects/dialect.ts';
import {
  environmentSchema,
  patternSchema,
  programSchema,
  templateSchema,
  wholeNumber,
} from './setting-schemas.ts';

/** How the external program is run. */
export interface ProgramSettings {
  /** What people see: one of the known names, or the file name of the path. */
  readonly name: string;
  readonly dialect: DialectName;
  /** A name to be found in PATH, or an absolute path. */
  readonly command: string;
  /** Take the place of the dialect's own. */
  readonly templates: Readonly<Partial<Record<ProgramVerb, Template>>>;
  /** Takes the place of the dialect's own. */
  readonly rowPattern: RegExp | undefined;
  /** Below it each list has its own HOME. */
  readonly homeBase: string;
  readonly timeoutMs: number;
  /** Children at once. */
  readonly parallel: number;
  /** PATH, LANG and what TODO_PROGRAM_ENV adds; HOME is set for each list. */
  readonly environment: Readonly<Record<string, string>>;
}

/** One wrong setting; `got` is safe to print. */
export interface SettingFault {
  setting: string;
  expected: string;
  got: string;
}

/** Where programs are looked for when the backend itself has no PATH. */
export const DEFAULT_PATH = '/usr/local/bin:/usr/bin:/bin';

const SCHEMA = z.object({
  TODO_PROGRAM: programSchema,
  TODO_PROGRAM_PATH: z.string().startsWith('/', 'an absolute path').optional(),
  TODO_PROGRAM_ADD: templateSchema('text').optional(),
  TODO_PROGRAM_LIST: templateSchema().optional(),
  TODO_PROGRAM_DONE: templateSchema('refs').optional(),
  TODO_PROGRAM_DELETE: templateSchema('refs').optional(),
  TODO_PROGRAM_REOPEN: templateSchema('refs').optional(),
  TODO_PROGRAM_EDIT: templateSchema('refs', 'text').optional(),
  TODO_PROGRAM_ROWS: patternSchema.optional(),
  TODO_PROGRAM_HOME: z.string().default('var/program'),
  TODO_PROGRAM_TIMEOUT_SECONDS: wholeNumber(1, 30).default(30),
  TODO_PROGRAM_PARALLEL: wholeNumber(1, 64).default(4),
  TODO_PROGRAM_ENV: environmentSchema.default({}),
  PATH: z.string().default(DEFAULT_PATH),
  LANG: z.string().default('C.UTF-8'),
});

type Values = z.output<typeof SCHEMA>;

/** The names that {@link parseProgramSettings} reads, for documents and for `<NAME>_FILE`. */
export const PROGRAM_SETTINGS: readonly string[] = Object.keys(SCHEMA.shape).filter((name) =>
  name.startsWith('TODO_PROGRAM'),
);

/**
 * @param environment names and values; an empty value counts as none
 * @returns null for the built-in program; all faults at once when there are any
 */
export function parseProgramSettings(
  environment: Readonly<Record<string, string | undefined>>,
): { settings: ProgramSettings | null } | { faults: SettingFault[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  if (given['TODO_PROGRAM'] === undefined) return { settings: null };
  const parsed = SCHEMA.safeParse(given);
  if (parsed.success) return { settings: settingsOf(parsed.data) };
  return { faults: parsed.error.issues.map((issue) => faultOf(issue, given)) };
}

function faultOf(issue: z.core.$ZodIssue, given: Readonly<Record<string, string | undefined>>): SettingFault {
  const setting = String(issue.path[0]);
  return { setting, expected: issue.message, got: describe(setting, given[setting] ?? '') };
}

/** Only the program's name is shown: templates, paths and the environment may hold passwords and keys. */
const describe = (setting: string, value: string): string =>
  setting === 'TODO_PROGRAM'
    ? JSON.stringify(value.slice(0, 200))
    : `something else (${value.length} characters, not shown)`;

function settingsOf(values: Values): ProgramSettings {
  const known = DIALECT_NAMES.find((name) => name === values.TODO_PROGRAM);
  const dialect = known ?? 'todo';
  const path = known === undefined ? values.TODO_PROGRAM : values.TODO_PROGRAM_PATH;
  return Object.freeze({
    name: known ?? basename(values.TODO_PROGRAM),
    dialect,
    command: path ?? DIALECTS[dialect].binary,
    templates: templatesOf(values),
    rowPattern: values.TODO_PROGRAM_ROWS,
    homeBase: values.TODO_PROGRAM_HOME,
    timeoutMs: values.TODO_PROGRAM_TIMEOUT_SECONDS * SECOND_MS,
    parallel: values.TODO_PROGRAM_PARALLEL,
    environment: { PATH: values.PATH, LANG: values.LANG, ...values.TODO_PROGRAM_ENV },
  });
}

function templatesOf(values: Values): ProgramSettings['templates'] {
  const all = {
    add: values.TODO_PROGRAM_ADD,
    list: values.TODO_PROGRAM_LIST,
    done: values.TODO_PROGRAM_DONE,
    delete: values.TODO_PROGRAM_DELETE,
    reopen: values.TODO_PROGRAM_REOPEN,
    edit: values.TODO_PROGRAM_EDIT,
  };
  const given = Object.entries(all).filter(([, argv]) => argv !== undefined);
  return Object.fromEntries(given.map(([verb, argv]) => [verb, { argv }]));
}
