import { runPlugin } from '../src/index.ts'; // in your own project: from 'mattermost-plugin-host'

await runPlugin(({ api, log }) => ({
  async OnActivate() {
    await api.RegisterCommand({ Trigger: 'hello', AutoComplete: true, AutoCompleteDesc: 'Says hello' });
    log.info('Ready.', { server: await api.GetServerVersion() });
  },
  async ExecuteCommand(_context, { UserId }) {
    const { Username } = await api.GetUser(UserId);
    return { ResponseType: 'ephemeral', Text: `Hello, ${Username}!` };
  },
  async MessageHasBeenPosted(_context, post) {
    if (post.Message === 'hello?') log.info('Somebody is looking for us.', { channel: post.ChannelId });
  },
  ServeHTTP(request, response) {
    const user = request.headers['mattermost-user-id'] ?? 'nobody';
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ hello: user, path: request.url }));
  },
}));
