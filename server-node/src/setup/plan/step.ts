import type { WebhookRecord } from '../admin/site-records.ts';

/** One change that setup makes. */
export type Step =
  | { act: 'create_bot'; bot: string }
  | { act: 'enable_bot'; bot: string }
  | { act: 'set_picture'; bot: string }
  | { act: 'create_token'; bot: string; replaces: 'nothing' | 'a_refused_one' | 'an_ending_one' }
  | { act: 'join_team'; teamId: string; team: string }
  | { act: 'join_channel'; channelId: string; channel: string }
  | { act: 'create_command'; teamId: string; team: string }
  | { act: 'update_command'; id: string; teamId: string; team: string }
  | { act: 'create_webhook'; teamId: string; channelId: string; channel: string }
  | { act: 'update_webhook'; hook: WebhookRecord; channel: string }
  | { act: 'move_webhook'; hook: WebhookRecord; channel: string }
  | { act: 'write_settings'; path: string; names: readonly string[] };

const REPLACES = {
  nothing: '',
  a_refused_one: ', if the one in the settings is still refused',
  an_ending_one: ', as the one in the settings ends soon',
};

/** What the step does, as a sentence without its full stop. */
export function describeStep(step: Step): string {
  switch (step.act) {
    case 'create_bot':
      return `create the bot @${step.bot}`;
    case 'enable_bot':
      return `enable the bot @${step.bot}`;
    case 'set_picture':
      return `give @${step.bot} its picture`;
    case 'create_token':
      return `create an access token for @${step.bot}${REPLACES[step.replaces]}`;
    case 'join_team':
      return `add the bot to the team ${step.team}`;
    case 'join_channel':
      return `add the bot to the channel ${step.channel}`;
    case 'create_command':
      return `create the slash command /todo in the team ${step.team}`;
    case 'update_command':
      return `correct the slash command /todo of the team ${step.team}`;
    case 'create_webhook':
      return `create the outgoing webhook of the channel ${step.channel}`;
    case 'update_webhook':
      return `correct the outgoing webhook of the channel ${step.channel}`;
    case 'move_webhook':
      return `give the outgoing webhook of ${step.channel} the backend's address`;
    case 'write_settings':
      return `write ${step.names.join(', ')} to ${step.path}`;
  }
}
