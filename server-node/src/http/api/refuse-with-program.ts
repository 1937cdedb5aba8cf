import { AppError } from '../../shared/app-error.ts';
import type { HttpDeps } from '../http-deps.ts';

/** @throws {AppError} program_only where an external program keeps the lists: our rows would be a second truth */
export function refuseWithProgram({ programLists }: Pick<HttpDeps, 'programLists'>): void {
  if (programLists === null) return;
  throw new AppError(
    'program_only',
    `The lists are kept by ${programLists.name}. Use POST /lists/{list}/commands, which runs it.`,
  );
}
