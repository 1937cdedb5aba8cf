import type { RequestHandler } from 'express';
import { AppError } from '../shared/app-error.ts';

export const nothingHere: RequestHandler = () => {
  throw new AppError('not_found', 'There is nothing at this address.');
};
