import { openListener, type Listener } from '../../preview/contract/listener.ts';
import type { Site } from '../site/site.ts';
import { eventually } from './eventually.ts';
import type { Person } from './people.ts';

interface Action {
  id: string;
  name: string;
  type: string;
  options?: { text: string; value: string }[];
}

/** A post as a phone gets it. */
export interface SeenPost {
  id: string;
  message: string;
  user_id: string;
  props: { attachments?: { actions?: Action[] }[] };
}

interface OpenedDialog {
  url: string;
  dialog: { callback_id: string; state: string; elements: { name: string; type: string }[] };
}

interface DialogAnswer {
  error?: string;
  errors?: Record<string, string>;
}

/**
 * Somebody with Mattermost's mobile app, which loads no plugins: what is done here is done by the requests that it
 * makes, with its own token and without cookies.
 */
export class Phone {
  readonly #site: Site;
  readonly #person: Person;
  readonly #events: Listener;

  private constructor(site: Site, person: Person, events: Listener) {
    this.#site = site;
    this.#person = person;
    this.#events = events;
  }

  static async open(site: Site, person: Person): Promise<Phone> {
    const events = await openListener(
      { url: site.url, adminToken: '', isReal: false, close: async () => undefined },
      person.token,
    );
    return new Phone(site, person, events);
  }

  close(): void {
    this.#events.close();
  }

  async directChannel(otherId: string): Promise<string> {
    const { call, userId } = this.#person;
    return (await call<{ id: string }>('POST', '/api/v4/channels/direct', [userId, otherId])).id;
  }

  say(channelId: string, message: string): Promise<SeenPost> {
    return this.#person.call<SeenPost>('POST', '/api/v4/posts', { channel_id: channelId, message });
  }

  /** The newest post of the channel that says this. */
  post(channelId: string, words: string): Promise<SeenPost> {
    return eventually(async () => {
      const { order, posts } = await this.#person.call<{ order: string[]; posts: Record<string, SeenPost> }>(
        'GET',
        `/api/v4/channels/${channelId}/posts?page=0&per_page=60`,
      );
      const found = order.map((id) => posts[id]).find((one) => one?.message.includes(words) === true);
      if (found === undefined) throw new Error(`Nobody has said ${words} yet.`);
      return found;
    });
  }

  /** The same post, once it says this. */
  rewritten({ id }: SeenPost, words: string | RegExp): Promise<SeenPost> {
    return eventually(async () => {
      const post = await this.#person.call<SeenPost>('GET', `/api/v4/posts/${id}`);
      const says = typeof words === 'string' ? post.message.includes(words) : words.test(post.message);
      if (!says) throw new Error(`The post does not say ${words} yet, but: ${post.message}`);
      return post;
    });
  }

  labels(post: SeenPost): string[] {
    return actionsOf(post).map(({ name }) => name);
  }

  /** @param option of a select, by what it says */
  async press(post: SeenPost, label: string, option?: string): Promise<void> {
    const action = actionsOf(post).find(({ name }) => name === label);
    if (action === undefined) throw new Error(`There is no ${label} below the post: ${this.labels(post)}`);
    const chosen = action.options?.find(({ text }) => text === option)?.value ?? '';
    await this.#person.call('POST', `/api/v4/posts/${post.id}/actions/${action.id}`, {
      selected_option: chosen,
      cookie: '',
    });
  }

  /** The dialog that a press has opened. */
  async dialog(): Promise<OpenedDialog> {
    return eventually(async () => {
      const event = this.#events.events.findLast((one) => one.event === 'open_dialog');
      if (event === undefined) throw new Error('No dialog has opened yet.');
      return JSON.parse(String(event.data['dialog'])) as OpenedDialog;
    });
  }

  fillIn(
    { url, dialog }: OpenedDialog,
    channelId: string,
    submission: Record<string, unknown>,
  ): Promise<DialogAnswer> {
    return this.#person.call<DialogAnswer>('POST', '/api/v4/actions/dialogs/submit', {
      ...{ url, callback_id: dialog.callback_id, state: dialog.state, submission, cancelled: false },
      ...{ user_id: this.#person.userId, channel_id: channelId, team_id: this.#site.team.id },
    });
  }

  async execute(channelId: string, command: string): Promise<void> {
    const team = { team_id: this.#site.team.id, root_id: '', parent_id: '' };
    await this.#person.call('POST', '/api/v4/commands/execute', { channel_id: channelId, command, ...team });
  }

  /** What is offered while a command is being typed. */
  async suggestions(channelId: string, typed: string): Promise<string[]> {
    const query = new URLSearchParams({ user_input: typed, channel_id: channelId, root_id: '' });
    const found = await this.#person.call<{ Complete: string }[]>(
      'GET',
      `/api/v4/teams/${this.#site.team.id}/commands/autocomplete_suggestions?${query.toString()}`,
    );
    return found.map(({ Complete }) => Complete.trim());
  }

  /** What only this person sees. */
  ephemeral(words: string): Promise<string> {
    return eventually(() => {
      const said = this.#events.events
        .filter(({ event }) => event === 'ephemeral_message')
        .map(({ data }) => (JSON.parse(String(data['post'])) as SeenPost).message)
        .findLast((message) => message.includes(words));
      if (said === undefined) throw new Error(`Nobody has said ${words} privately yet.`);
      return said;
    });
  }
}

const actionsOf = ({ props }: SeenPost): Action[] =>
  (props.attachments ?? []).flatMap(({ actions = [] }) => actions);
