import { join } from 'node:path';
import { WebSocket } from 'ws';
import { atMost, type Figure } from '../figure.ts';
import { interleaved } from '../measure/interleaved.ts';
import { median } from '../measure/quantiles.ts';
import { addPeople } from '../servers/add-people.ts';
import { startSite, type Site } from '../servers/start-site.ts';

const PEOPLE = 20;
/** Of each person; more within a minute would count as a flood. */
const MENTIONS = 10;
const HEARD_WITHIN_MS = 10_000;
const ECHO = 'echo';

interface Post {
  id: string;
  root_id: string;
  message: string;
  channel_id: string;
}

/**
 * From a message that mentions the bot to its answer in the thread, against an echo, which hears a message over the
 * WebSocket and answers it: what the echo takes is Mattermost's own time.
 */
export async function mention(): Promise<Figure> {
  const site = await startSite();
  const { townSquare, bot } = site.mattermost.seed;
  const [echoToken = '', ...tokens] = addPeople(site.mattermost, PEOPLE + 1);
  const send = poster(site, townSquare.id);
  const echo = startEcho(site, (post) => post.message === ECHO && send(echoToken, 'heard', post.id));
  try {
    await site.startBackend(`sqlite:${join(site.folder, 'mention.sqlite')}`);
    let asked = 0;
    const answered = (message: string) => () => {
      asked += 1;
      return untilAnswered(site, () => send(tokens[asked % PEOPLE] ?? '', message));
    };
    const ask = answered(`@${bot.username} list`);
    const { ours, theirs } = await interleaved((PEOPLE * MENTIONS) / 2, ask, answered(ECHO));
    const [whole, own] = [median(ours), median(theirs)];
    return atMost(30, {
      name: 'mention: to the answer in the thread, beyond what an echo takes, median',
      value: whole - own,
      unit: `ms (${whole.toPrecision(3)} less ${own.toPrecision(3)})`,
    });
  } finally {
    echo.close();
    await site.stop();
  }
}

const poster =
  ({ mattermost: { url } }: Site, channelId: string) =>
  async (token: string, message: string, rootId = ''): Promise<void> => {
    const answer = await fetch(`${url}/api/v4/posts`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
      body: JSON.stringify({ channel_id: channelId, message, root_id: rootId }),
    });
    if (answer.status !== 201) throw new Error(`A message was answered with ${answer.status}.`);
    await answer.arrayBuffer();
  };

/** Hears as alice. */
function startEcho({ mattermost, headers }: Site, hear: (post: Post) => unknown): WebSocket {
  const socket = new WebSocket(`${mattermost.url.replace('http', 'ws')}/api/v4/websocket`, { headers });
  socket.on('message', (text) => {
    const { event, data } = JSON.parse(String(text)) as { event?: string; data: { post: string } };
    if (event === 'posted') hear(JSON.parse(data.post) as Post);
  });
  return socket;
}

/** @returns milliseconds until a reply to what was sent is in the channel */
async function untilAnswered(
  { mattermost: { site } }: Site,
  sendMessage: () => Promise<void>,
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const timer = setTimeout(() => reject(new Error('A message was not answered.')), HEARD_WITHIN_MS);
  const { events } = site;
  const publish = events.publish.bind(events);
  events.publish = (name, data, audience) => {
    publish(name, data, audience);
    if (name === 'posted' && (JSON.parse(String(data['post'])) as Post).root_id !== '') resolve(undefined);
  };
  const begin = performance.now();
  try {
    await Promise.all([sendMessage(), promise]);
    return performance.now() - begin;
  } finally {
    clearTimeout(timer);
    events.publish = publish;
  }
}
