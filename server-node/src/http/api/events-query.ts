import { z } from 'zod';
import { isMattermostId, type ChannelId } from '../../shared/ids.ts';

const MAX_CHANNELS = 50;

export const eventsQuery = z.strictObject({
  channels: z
    .string()
    .max(MAX_CHANNELS * 27)
    .default('')
    .transform((value) => value.split(',').filter((id) => id !== ''))
    .refine((ids) => ids.every(isMattermostId), 'Expected ids of channels, separated by commas')
    .transform((ids) => [...new Set(ids)] as ChannelId[])
    .meta({ override: { type: 'string' }, description: 'Ids of channels, separated by commas, at most 50.' }),
});
