import { describe, expect, it } from '@jest/globals';
import { parseProgramSettings, PROGRAM_SETTINGS } from './settings.ts';

const settings = (environment: Record<string, string>) => {
  const parsed = parseProgramSettings(environment);
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.settings;
};

const faultsOf = (environment: Record<string, string>) => {
  const parsed = parseProgramSettings(environment);
  return 'faults' in parsed ? parsed.faults : [];
};

describe('the settings of the external program', () => {
  it('are none when no program is named, and when its name is empty', () => {
    expect(settings({ PATH: '/bin' })).toBeNull();
    expect(settings({ TODO_PROGRAM: '' })).toBeNull();
  });

  it.each([
    ['todo', 'todo', 'todo'],
    ['todo-txt', 'todo-txt', 'todo-txt'],
    ['todoman', 'todoman', 'todoman'],
    ['devtodo', 'devtodo', 'devtodo'],
    ['taskwarrior', 'taskwarrior', 'task'],
  ])('know %s by name', (name, dialect, command) => {
    expect(settings({ TODO_PROGRAM: name })).toMatchObject({
      name,
      dialect,
      command,
      timeoutMs: 30_000,
      parallel: 4,
      environment: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8' },
    });
  });

  it('take a path for a plain todo, and a path beside a known name for where that is', () => {
    expect(settings({ TODO_PROGRAM: '/opt/my/tasks' })).toMatchObject({
      name: 'tasks',
      dialect: 'todo',
      command: '/opt/my/tasks',
    });
    expect(settings({ TODO_PROGRAM: 'todoman', TODO_PROGRAM_PATH: '/opt/todo' })).toMatchObject({
      name: 'todoman',
      dialect: 'todoman',
      command: '/opt/todo',
    });
  });

  it('take templates, rows, limits and more environment', () => {
    const all = settings({
      TODO_PROGRAM: 'todo',
      TODO_PROGRAM_ADD: '["new", "--", "{text}"]',
      TODO_PROGRAM_EDIT: '["edit", "{ref}", "{text}"]',
      TODO_PROGRAM_ROWS: '^(?<ref>\\d+): (?<text>.+)$',
      TODO_PROGRAM_HOME: '/var/lib/todo',
      TODO_PROGRAM_TIMEOUT_SECONDS: '5',
      TODO_PROGRAM_PARALLEL: '2',
      TODO_PROGRAM_ENV: '{"TZ": "UTC"}',
      PATH: '/bin',
    });
    expect(all).toMatchObject({
      templates: { add: { argv: ['new', '--', '{text}'] }, edit: { argv: ['edit', '{ref}', '{text}'] } },
      homeBase: '/var/lib/todo',
      timeoutMs: 5_000,
      parallel: 2,
      environment: { PATH: '/bin', TZ: 'UTC' },
    });
    expect(all?.rowPattern?.exec('3: milk')?.groups).toEqual({ ref: '3', text: 'milk' });
  });

  it('are all checked at once, and show no value but the name of the program', () => {
    const faults = faultsOf({
      TODO_PROGRAM: 'rm -rf',
      TODO_PROGRAM_PATH: 'bin/todo',
      TODO_PROGRAM_ADD: 'add --key=hunter22 {text}',
      TODO_PROGRAM_LIST: 'list --key=hunter22',
      TODO_PROGRAM_DONE: '["done"]',
      TODO_PROGRAM_DELETE: '["delete", "{refs}", "{hunter}"]',
      TODO_PROGRAM_ROWS: '(',
      TODO_PROGRAM_TIMEOUT_SECONDS: '31',
      TODO_PROGRAM_PARALLEL: '0',
      TODO_PROGRAM_ENV: '{"secret": "hunter22"',
    });
    expect(faults.map(({ setting, got }) => [setting, got])).toEqual([
      ['TODO_PROGRAM', '"rm -rf"'],
      ['TODO_PROGRAM_PATH', 'something else (8 characters, not shown)'],
      ['TODO_PROGRAM_ADD', 'something else (25 characters, not shown)'],
      ['TODO_PROGRAM_LIST', 'something else (19 characters, not shown)'],
      ['TODO_PROGRAM_DONE', 'something else (8 characters, not shown)'],
      ['TODO_PROGRAM_DELETE', 'something else (32 characters, not shown)'],
      ['TODO_PROGRAM_ROWS', 'something else (1 characters, not shown)'],
      ['TODO_PROGRAM_TIMEOUT_SECONDS', 'something else (2 characters, not shown)'],
      ['TODO_PROGRAM_PARALLEL', 'something else (1 characters, not shown)'],
      ['TODO_PROGRAM_ENV', 'something else (21 characters, not shown)'],
    ]);
    expect(JSON.stringify(faults)).not.toContain('hunter');
    expect(faults.every(({ expected }) => expected.length > 10)).toBe(true);
    expect(faults.map(({ setting }) => setting).every((name) => PROGRAM_SETTINGS.includes(name))).toBe(true);
  });

  it.each(['[]', '{}', '"add {text}"', '[1, "{text}"]', 'null'])('refuse %s for a template', (text) => {
    expect(faultsOf({ TODO_PROGRAM: 'todo', TODO_PROGRAM_ADD: text })).toHaveLength(1);
  });
});
