import { isThere, type Address } from '../move/open-side.ts';
import { AppError } from '../shared/app-error.ts';

/** Where `make run` keeps its to-dos, beside the people and posts of its stand-in. */
const PREVIEW: Address = { url: 'sqlite:var/preview/todo.sqlite', schema: 'todo_node' };

/** @param name of the address, without its secrets */
export async function noStoreThere(name: string): Promise<AppError> {
  const ofPreview = (await isThere(PREVIEW))
    ? ` That of \`make run\` is ${PREVIEW.url}: \`make backup ARGS="--store ${PREVIEW.url}"\`.`
    : '';
  return new AppError(
    'invalid_config',
    `There is no to-do store at ${name}. Name yours with --store or DATABASE_URL.${ofPreview}`,
  );
}
