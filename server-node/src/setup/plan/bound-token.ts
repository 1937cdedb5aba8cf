import { isMattermostId } from '../../shared/ids.ts';
import type { WebhookRecord } from '../admin/site-records.ts';

/** Mattermost's own; whoever makes a webhook or a command may choose another, line ends and all. */
export const isGoodToken = isMattermostId;

/** Good for its own channel only: whoever administers the team can read it. */
export const boundToken = (hook: WebhookRecord): string => `${hook.token}@${placeOf(hook)}`;
export const isGoodPlace = (hook: WebhookRecord): boolean => isMattermostId(placeOf(hook));
const placeOf = ({ channel_id: channel, team_id: team }: WebhookRecord) => (channel === '' ? team : channel);
