import { NUMBER_REF, type Dialect } from './dialect.ts';

const DATABASE = ['--mono', '--sort', 'created', '--database', '{home}/todo.xml'];

/**
 * devtodo, on Debian also installed as `todo`. Its `~/.todorc` may run a shell: the private HOME has none. It knows
 * no `--`. Editing asks questions, so there is none.
 */
export const devtodo: Dialect = {
  binary: 'devtodo',
  templates: {
    // The space is dropped again; without it a text such as `--purge` would be obeyed.
    add: { argv: [...DATABASE, '--priority', 'medium', '--add', ' {text}'] },
    list: { argv: [...DATABASE, '--all'] },
    done: { argv: [...DATABASE, '--done', '{refs,}'] },
    delete: { argv: [...DATABASE, '--remove', '{refs,}'] },
    reopen: { argv: [...DATABASE, '--not-done', '{refs,}'] },
  },
  rows: {
    row: /^(?<done>-| ) {0,2}(?<ref>\d+)\.(?<text>.*)$/,
    continued: /^ {4,6}(?<text>\S.*)$/,
  },
  ref: NUMBER_REF,
  numbersMove: true,
  foldsLines: true,
  // Without TERM it complains at each start; without TODORC it reads only files that an admin owns.
  environment: { TERM: 'dumb' },
  directories: [],
  files: {},
};
