import { NUMBER_REF, type Dialect } from './dialect.ts';

/** No questions, no hooks, no colours, one line a to-do, and a report of our own for the list. */
const CONFIG = `data.location=~/data
gc=0
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

/** Without it the numbers are given anew when a list is shown after something was done. Older homes do not set it. */
const KEEP_NUMBERS = 'rc.gc=0';

/**
 * taskwarrior, on Debian `task`. Behind `--` it would read backslashes as escapes; behind `description:` it takes all
 * to the letter, but for quotes around the whole, which other quotes around them save.
 */
export const taskwarrior: Dialect = {
  binary: 'task',
  templates: {
    add: { argv: [KEEP_NUMBERS, 'add', 'description:{text}'] },
    list: { argv: [KEEP_NUMBERS, 'rc.verbose=nothing', 'todo'] },
    done: { argv: [KEEP_NUMBERS, '{refs}', 'done'] },
    delete: { argv: [KEEP_NUMBERS, '{refs}', 'delete'] },
    edit: { argv: [KEEP_NUMBERS, '{ref}', 'modify', 'description:{text}'] },
    undo: { argv: [KEEP_NUMBERS, 'undo'] },
  },
  rows: { row: /^ *(?<ref>\d+) (?<text>.+)$/ },
  ref: NUMBER_REF,
  numbersMove: false,
  foldsLines: true,
  environment: { TASKRC: '{home}/.taskrc' },
  directories: ['data'],
  files: { '.taskrc': CONFIG },
  encodes: (text) => (/^"/.test(text) ? `'${text}'` : /^'/.test(text) ? `"${text}"` : text),
  nothingListed: /^(?:No matches\.)?\s*$/,
};
