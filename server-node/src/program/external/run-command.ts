import type { Verb } from '../../contract/vocabulary.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Clock } from '../../shared/time.ts';
import type { ListId } from '../../todos/list.ts';
import { refusedAct } from '../../todos/refused-act.ts';
import { refusedCommand } from '../refused.ts';
import { textsIn } from '../texts/texts-in.ts';
import type { ProgramVerb, Template } from './dialects/dialect.ts';
import { DIALECTS } from './dialects/dialects.ts';
import { fillTemplate, looksLikeOption } from './fill-template.ts';
import { homeOf, prepareHome } from './prepare-home.ts';
import type { ProgramSettings } from './settings.ts';
import type { RunResult, SpawnProgram } from './spawn-program.ts';

export interface RunDeps {
  settings: ProgramSettings;
  spawn: SpawnProgram;
  now: Clock;
}

export interface ProgramCommand {
  verb: ProgramVerb;
  text: string;
  refs: readonly string[];
}

/** One command is one run, or one for each reference where the program takes only one at a time. */
export function makeRunCommand({ settings, spawn, now }: RunDeps) {
  const dialect = DIALECTS[settings.dialect];
  return async (listId: ListId, { verb, text, refs }: ProgramCommand): Promise<RunResult> => {
    const template = templateOf(settings, verb);
    refuseOption(settings, template, text);
    const home = homeOf(settings.homeBase, listId);
    await prepareHome(home, dialect);
    const deadline = now() + settings.timeoutMs;
    const environment = inHome(
      { ...settings.environment, ...dialect.environment, ...template.environment },
      home,
    );
    const results: RunResult[] = [];
    for (const argv of fillTemplate(template, { text, refs, home })) {
      const timeoutMs = Math.max(1, deadline - now());
      results.push(await spawn({ command: settings.command, argv, environment, directory: home, timeoutMs }));
      if (!succeeded(results.at(-1))) break;
    }
    return withoutHome(
      verb === 'list' ? nothingIsFine(asOne(results), dialect.nothingListed) : asOne(results),
      home,
    );
  };
}

/** @throws {AppError} invalid_input when the program has no such verb */
export function templateOf(settings: ProgramSettings, verb: ProgramVerb): Template {
  const template = settings.templates[verb] ?? DIALECTS[settings.dialect].templates[verb];
  if (template !== undefined) return template;
  throw noSuchVerb(settings, verb);
}

export function noSuchVerb(settings: Pick<ProgramSettings, 'name'>, verb: Verb): AppError {
  const facts = { kind: 'program_has_no_verb', program: settings.name, verb } as const;
  return new AppError('invalid_input', textsIn().errors.program_has_no_verb(facts), {
    details: refusedCommand(facts),
  });
}

function refuseOption(settings: ProgramSettings, template: Template, text: string): void {
  if (!looksLikeOption(template, text)) return;
  throw new AppError(
    'invalid_input',
    `\`${settings.name}\` would take a text that begins with a dash for an option. Begin with another character.`,
    { details: refusedCommand({ kind: 'looks_like_option', program: settings.name }) },
  );
}

function inHome(variables: Readonly<Record<string, string>>, home: string): Record<string, string> {
  const filled = Object.entries(variables).map(([name, value]) => [name, value.replaceAll('{home}', home)]);
  return { ...Object.fromEntries(filled), HOME: home };
}

const succeeded = (result: RunResult | undefined): boolean =>
  result?.kind === 'exited' && result.exitCode === 0;

/** The last result, with the output of those before it. */
function asOne(results: readonly RunResult[]): RunResult {
  const last = results.at(-1);
  if (last === undefined) {
    throw new AppError('invalid_input', 'Expected at least one to-do; got none.', {
      details: refusedAct({ kind: 'none_named' }),
    });
  }
  if (last.kind !== 'exited') return last;
  const outputs = results.flatMap((result) => (result.kind === 'exited' ? [result.stdout] : []));
  const text = outputs.map((output) => output.text).join('');
  return { ...last, stdout: { text, cut: outputs.some(({ cut }) => cut) } };
}

/** Taskwarrior fails when a list is empty; that is no fault. */
function nothingIsFine(result: RunResult, nothingListed: RegExp | undefined): RunResult {
  if (result.kind !== 'exited' || result.stdout.text.trim() !== '') return result;
  return nothingListed?.test(result.stderr.text) === true ? { ...result, exitCode: 0 } : result;
}

/** Nobody in a channel needs to know where the operator keeps things. */
function withoutHome(result: RunResult, home: string): RunResult {
  if (result.kind !== 'exited' && result.kind !== 'killed') return result;
  const [stdout, stderr] = [result.stdout, result.stderr].map((output) => ({
    ...output,
    text: output.text.replaceAll(home, '~'),
  }));
  return { ...result, stdout: stdout ?? result.stdout, stderr: stderr ?? result.stderr };
}
