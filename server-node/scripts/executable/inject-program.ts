import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';

/** Node's name for the place it looks in, and the mark that says there is something. */
const PLACE = 'NODE_SEA_BLOB';
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
const SETTINGS = 'sea-config.json';
const BLOB = 'program.blob';
/** The code cache holds hashes of names, seeded anew by each process: without this no two builds would be equal. */
const SAME_SEED = '--random-seed=1';

/**
 * In megabytes. What requests leave behind is to be thrown away while it is young: with 4 MB, buffers outlive their
 * first clearing and pile up to twice the memory at rest, and 16 MB are taken for nothing.
 */
const RUN_WITH = ['--max-semi-space-size=8'];

export interface InjectOptions {
  /** A CommonJS script; the files in between are made in its folder. */
  program: string;
  /** The copy of Node that shall hold it; changed. */
  executable: string;
  /** Saves compiling at each start, but holds only for the platform it was made on. */
  useCodeCache: boolean;
}

/** Puts the program into a copy of Node. */
export async function injectProgram({ program, executable, useCodeCache }: InjectOptions): Promise<void> {
  const cwd = dirname(program);
  const config = {
    // A relative path: it is kept in the executable, and shown in stack traces.
    main: basename(program),
    output: BLOB,
    useCodeCache,
    disableExperimentalSEAWarning: true,
    execArgv: RUN_WITH,
    // The NODE_OPTIONS of the server are none of the program's business.
    execArgvExtension: 'none',
  };
  await writeFile(`${cwd}/${SETTINGS}`, JSON.stringify(config));
  await runNode(cwd, [SAME_SEED, '--experimental-sea-config', SETTINGS]);
  const postject = createRequire(import.meta.url).resolve('postject/dist/cli.js');
  await runNode(cwd, [postject, executable, PLACE, BLOB, '--sentinel-fuse', FUSE]);
}

/** Its own process: postject takes half a gigabyte, and warns of the missing section names on the terminal. */
const runNode = (cwd: string, args: string[]) => promisify(execFile)(process.execPath, args, { cwd });
