import { z } from 'zod';
import { isMattermostId } from '../shared/ids.ts';

/** An id that Mattermost gives, in what comes from outside. */
export const mattermostId = <Id extends string>() =>
  z
    .string()
    .refine(isMattermostId, 'Expected 26 lower-case letters and digits')
    .transform((id) => id as Id);
