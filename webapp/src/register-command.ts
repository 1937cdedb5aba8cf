import { asRequestFailure } from './api/request-failure.ts';
import type { HostStore } from './host/host-state.ts';
import { showLocalPost } from './host/ephemeral-post.ts';
import { randomId } from './host/random-id.ts';
import type { CommandArgs, HostRegistry } from './host/registry.ts';
import { makeCommandHook } from './host/slash-command.ts';
import { sayFor } from './host/say-for.ts';
import type { App } from './plugin.tsx';
import type { SidebarHandle } from './register-sidebar.tsx';
import { FAULT_TITLES } from './host/fault-titles.ts';

/** `/todo` typed in a composer of the web client and the desktop app. */
export function registerCommand(
  registry: HostRegistry,
  store: HostStore,
  app: App,
  sidebar: SidebarHandle,
): void {
  async function show(answer: string, args: CommandArgs): Promise<void> {
    const botUserId = app.read().me?.bot?.userId ?? '';
    await app.loadProfiles([botUserId]);
    const { channel_id: channelId, root_id: rootId = '' } = args;
    showLocalPost(store, { channelId, rootId, message: answer, botUserId, at: Date.now() });
  }

  registry.registerSlashCommandWillBePostedHook(
    makeCommandHook({
      async run(line, { channel_id: channelId }) {
        const view = await app.api.runCommand('me', { line, channelId, requestId: randomId(24) });
        if (view.change !== null) app.merge(view.change);
        else app.tryNow();
        return view;
      },
      show,
      openSidebar() {
        const open = sidebar.opener();
        open?.();
        return open !== null;
      },
      explain(thrown) {
        const say = sayFor(store);
        const { kind, message } = asRequestFailure(thrown);
        if (kind === 'refused') return say('command.refused', { reason: message });
        return say('command.failed', { reason: say(FAULT_TITLES[kind]) });
      },
    }),
  );
}
