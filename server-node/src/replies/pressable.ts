import { isSelect, type Choice } from './choices.ts';

/** What Mattermost keeps of a choice and hands back when it is pressed. Whoever sees a post deleted is sent it, too. */
export interface Signed {
  /** JSON. */
  sentence: string;
  signature: string;
}

/** A choice as it goes out. */
export interface Pressable {
  choice: Choice;
  /**
   * Letters and digits only. Another one for each sentence, so that a page which shows the buttons of a moment ago
   * presses none of those that took their place.
   */
  id: string;
  signed: Signed;
}

/** The attachments below a post, as Mattermost takes them over REST and from plugins. */
export interface Attachment {
  actions: readonly {
    id: string;
    name: string;
    type: 'button' | 'select';
    style?: string;
    options?: readonly { text: string; value: string }[];
    integration: { url: string; context: Readonly<Record<string, string>> };
  }[];
}

/** @param url what Mattermost calls for each press */
function attachmentsOf(pressables: readonly Pressable[], url: string): Attachment[] {
  if (pressables.length === 0) return [];
  return [{ actions: pressables.map((pressable) => actionOf(pressable, url)) }];
}

function actionOf({ choice, id, signed }: Pressable, url: string): Attachment['actions'][number] {
  const integration = { url, context: { ...signed } };
  if (!isSelect(choice)) {
    const style = choice.style === undefined ? {} : { style: choice.style };
    return { id, name: choice.label, type: 'button', ...style, integration };
  }
  const options = choice.options.map(({ label }, index) => ({ text: label, value: String(index) }));
  return { id, name: choice.label, type: 'select', options, integration };
}

/**
 * The properties of a post with other things to press, or none; all that others put there stays.
 *
 * @param url undefined: Mattermost does not know where it would have to call, so there is nothing to press
 */
export function withPressables(
  props: Readonly<Record<string, unknown>>,
  pressables: readonly Pressable[],
  url: string | undefined,
): Record<string, unknown> {
  const { attachments: _before, ...others } = props;
  const attachments = url === undefined ? [] : attachmentsOf(pressables, url);
  return attachments.length === 0 ? others : { ...others, attachments };
}

/** Whether a post shows these already. The ids tell, as each is made from all that its choice can do. */
export function showsAlready(props: Readonly<Record<string, unknown>>, pressables: readonly Pressable[]) {
  const shown = idsIn(props['attachments']);
  return shown.length === pressables.length && pressables.every(({ id }, at) => id === shown[at]);
}

/** Over the plugin API names may begin with a capital letter. */
function idsIn(attachments: unknown): unknown[] {
  if (!Array.isArray(attachments)) return [];
  return attachments.flatMap((attachment: Record<string, unknown>) => {
    const actions = attachment['actions'] ?? attachment['Actions'];
    return Array.isArray(actions)
      ? actions.map((action: Record<string, unknown>) => action['id'] ?? action['Id'])
      : [];
  });
}
