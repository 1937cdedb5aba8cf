import { NUMBER_REF, type Dialect } from './dialect.ts';

/** No questions, no hooks, no colours, one line a to-do, and a report of our own for the list. */
const CONFIG = `data.location=~/data
confirmation=off
recurrence.confirmation=off
bulk=0
hooks=off
color=off
defaultwidth=0
verbose=new-id,affected
news.version=2.6.0
report.todo.description=Open to-dos
report.todo.columns=id,description.desc
report.todo.labels=,
report.todo.filter=status:pending
report.todo.sort=entry+
report.todo.context=0
`;

/**
 * taskwarrior, on Debian `task`. Its numbers are given anew when the list is shown after something was done. Behind
 * `--` it would read backslashes as escapes; behind `description:` it takes all to the letter, but for quotes
 * around the whole, which other quotes around them save.
 */
export const taskwarrior: Dialect = {
  binary: 'task',
  templates: {
    add: { argv: ['add', 'description:{text}'] },
    list: { argv: ['rc.verbose=nothing', 'todo'] },
    done: { argv: ['{refs}', 'done'] },
    delete: { argv: ['{refs}', 'delete'] },
    edit: { argv: ['{ref}', 'modify', 'description:{text}'] },
    undo: { argv: ['undo'] },
  },
  rows: { row: /^ *(?<ref>\d+) (?<text>.+)$/ },
  ref: NUMBER_REF,
  foldsLines: true,
  environment: { TASKRC: '{home}/.taskrc' },
  directories: ['data'],
  files: { '.taskrc': CONFIG },
  encodes: (text) => (/^"/.test(text) ? `'${text}'` : /^'/.test(text) ? `"${text}"` : text),
  nothingListed: /^(?:No matches\.)?\s*$/,
};
