import { NUMBER_REF, type Dialect } from './dialect.ts';

/**
 * Plain text, no questions, no archiving: that would give all to-dos new numbers. Read by bash, so nothing of
 * ours is written into it but these lines.
 */
const CONFIG = `export TODO_DIR="$HOME"
export TODO_FILE="$TODO_DIR/todo.txt"
export DONE_FILE="$TODO_DIR/done.txt"
export REPORT_FILE="$TODO_DIR/report.txt"
export TODOTXT_AUTO_ARCHIVE=0
export TODOTXT_FORCE=1
export TODOTXT_PLAIN=1
export TODOTXT_PRESERVE_LINE_NUMBERS=1
`;

/**
 * todo.sh, on Debian in `todotxt-cli`. Options end at the action, so texts may begin with a dash. References are
 * put into sed scripts: only numbers may get there.
 */
export const todoTxt: Dialect = {
  binary: 'todo-txt',
  templates: {
    add: { argv: ['add', '{text}'], dashesSafe: true },
    // Without the summary, whose `--` would make a heading of the last row in Markdown.
    list: { argv: ['list'], environment: { TODOTXT_VERBOSE: '0' } },
    done: { argv: ['do', '{refs}'] },
    delete: { argv: ['del', '{ref}'] },
    edit: { argv: ['replace', '{ref}', '{text}'], dashesSafe: true },
  },
  rows: {
    row: /^0*(?<ref>[1-9]\d*) (?:(?<done>x) (?:\d{4}-\d{2}-\d{2} ){0,2})?(?<text>.+)$/,
  },
  ref: NUMBER_REF,
  numbersMove: false,
  foldsLines: true,
  environment: { TODOTXT_CFG_FILE: '{home}/.todo/config' },
  directories: ['.todo'],
  files: { '.todo/config': CONFIG, 'todo.txt': '', 'done.txt': '' },
  refuses: refusal,
};

function refusal(text: string): ReturnType<NonNullable<Dialect['refuses']>> {
  if (/^-[neE]+$/.test(text)) {
    const message = 'todo-txt loses a text that is only `-n`, `-e` or `-E`. Write more.';
    return { message, refused: { kind: 'todo_txt_loses_option' } };
  }
  if (text.startsWith('x ')) {
    const message = 'todo-txt takes a text that begins with `x ` for a done one. Begin otherwise.';
    return { message, refused: { kind: 'todo_txt_takes_for_done' } };
  }
  return undefined;
}
