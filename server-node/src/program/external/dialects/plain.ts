import type { Dialect } from './dialect.ts';

/** A program called `todo` with add, list, done and delete, of which nothing else is known. */
export const plain: Dialect = {
  binary: 'todo',
  templates: {
    add: { argv: ['add', '{text}'] },
    list: { argv: ['list', '{text}'] },
    done: { argv: ['done', '{refs}'] },
    delete: { argv: ['delete', '{refs}'] },
  },
  // `1. Buy milk`, `2) Buy milk`, `#3 Buy milk`, `[x] 4 Buy milk`, `5 [ ] Buy milk`
  rows: {
    row: /^\s*(?:[-*]\s+)?(?:\[(?<done>[xX✓ ])\]\s*)?#?(?<ref>\d{1,9})[.):]?\s+(?:\[(?<doneAfter>[xX✓ ])\]\s*)?(?<text>\S.*)$/,
  },
  ref: /^[^\s\p{C}-][^\p{C}]{0,199}$/u,
  numbersMove: true,
  foldsLines: false,
  environment: {},
  directories: [],
  files: {},
};
