import { NUMBER_REF, type Dialect } from './dialect.ts';

const CONFIG = `path = "~/lists/*"
cache_path = "~/cache.sqlite3"
default_list = "todo"
default_due = 0
date_format = "%Y-%m-%d"
time_format = "%H:%M"
color = "never"
humanize = False
`;

/** todoman; on Debian and Ubuntu its binary is called `todoman`, elsewhere `todo`. It cannot rename or reopen. */
export const todoman: Dialect = {
  binary: 'todoman',
  templates: {
    add: { argv: ['new', '--list', 'todo', '--', '{text}'] },
    list: { argv: ['list', '--status', 'ANY'] },
    done: { argv: ['done', '--', '{refs}'] },
    delete: { argv: ['delete', '--yes', '--', '{refs}'] },
  },
  rows: {
    row: /^\[(?<done>[X ])\] (?<ref>\d+) +(?:!{1,3} +)?(?:\(no due date\)|\d{4}-\d\d-\d\d(?: \d\d:\d\d)?) (?<text>.*?)(?: \(100%\))? *$/,
  },
  ref: NUMBER_REF,
  numbersMove: false,
  foldsLines: true,
  environment: {},
  directories: ['.config/todoman', 'lists/todo'],
  files: { '.config/todoman/config.py': CONFIG },
};
