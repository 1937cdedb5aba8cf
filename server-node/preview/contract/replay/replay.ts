import { callApi } from '../api-client.ts';
import { insist, type Cast } from '../make-cast.ts';
import type { ContractSite } from '../open-site.ts';
import { Bindings } from './bindings.ts';
import { differences } from './differences.ts';
import type { RecordedEntry } from './recording.ts';

/** The ids which the people and places of the recordings had. */
const RECORDED_IDS: [string, (cast: Cast) => string][] = [
  ['55tm8twcsfdgzb7xw8afgs3owc', ({ dave }) => dave.id],
  ['yii6qhzirjbjbfr8dcp7zuxgba', ({ erin }) => erin.id],
  ['aodrifp1sjr97xhyx6713bmk4y', ({ frank }) => frank.id],
  ['bjr8kza34fnrzdaz7krac1ct4a', ({ admin }) => admin.id],
  ['mx1s66cbwtg4bmxhiq35nh4u3y', ({ team }) => team.id],
  ['1pa516hbi7rp8yoaak61psj3fy', ({ otherTeam }) => otherTeam.id],
  ['883xden9pprj5medo78fofzigo', ({ open1 }) => open1.id],
  ['uptt6tfenirijftfm31rpjz3qc', ({ open2 }) => open2.id],
  ['9d5ukfcnytgkfyrdcuqsdwj8sc', ({ townSquare }) => townSquare.id],
  ['r7q4ir3yzigi9q7guqi5nkme7h', ({ priv1 }) => priv1.id],
  ['8689qxuf57fa8nie5mnn1ghyda', ({ directId }) => directId],
];

export function bindCast(cast: Cast): Bindings {
  const bindings = new Bindings();
  for (const [recorded, live] of RECORDED_IDS) bindings.bindId(recorded, live(cast));
  for (const name of ['dave', 'erin', 'frank', 'open1', 'open2', 'priv1', 'rec', 'todorecmmzh']) {
    bindings.bindName(name, name + cast.suffix);
  }
  return bindings;
}

/** Plays entries back one after the other; the bot's token is taken from the answer that made it. */
export class Replay {
  readonly #site: ContractSite;
  readonly #bindings: Bindings;
  readonly #tokens: Record<string, string | undefined>;

  constructor(site: ContractSite, cast: Cast, bindings = bindCast(cast), botToken?: string) {
    this.#site = site;
    this.#bindings = bindings;
    const { admin, dave, erin, frank } = cast;
    this.#tokens = {
      admin: admin.token,
      dave: dave.token,
      erin: erin.token,
      frank: frank.token,
      bot: botToken,
    };
  }

  /** @returns how the answer differs from the recorded one; nothing when it does not */
  async play(entry: RecordedEntry): Promise<string[]> {
    const { method, path, body, text } = entry.request;
    const token = this.#tokens[entry.as];
    const answer = await callApi(this.#site.url, method, this.#bindings.translate(path), {
      ...(token === undefined ? {} : { token }),
      ...(body === undefined ? {} : { body: this.#bindings.translateJson(body) }),
      ...(text === undefined ? {} : { text: this.#bindings.translate(text) }),
    });
    if (answer.status !== entry.response.status) {
      return [
        `status: expected ${entry.response.status}, got ${answer.status}: ${answer.text.slice(0, 300)}`,
      ];
    }
    this.#rememberBotToken(entry, answer.body);
    const { body: wanted, text: wantedText } = entry.response;
    if (wanted !== undefined) return differences(wanted, answer.body, this.#bindings);
    return wantedText === undefined || wantedText === answer.text
      ? []
      : [`${wantedText} is not ${answer.text}`];
  }

  #rememberBotToken(entry: RecordedEntry, body: unknown): void {
    if (entry.name === 'bot token') this.#tokens['bot'] = (body as { token: string }).token;
  }
}

/** A bot in the team and in `open1`, for recordings in which it is there from the start. */
export async function addBot(site: ContractSite, cast: Cast, bindings: Bindings): Promise<string> {
  const asAdmin = (method: string, path: string, body: unknown) =>
    insist(site, method, path, { token: site.adminToken, body });
  const made = await asAdmin('POST', '/bots', { username: `todorecmmzh${cast.suffix}` });
  const user_id = String(made['user_id']);
  bindings.bindId('4ymj381oiibyjfaj9yy8dumofc', user_id);
  await asAdmin('POST', `/teams/${cast.team.id}/members`, { team_id: cast.team.id, user_id });
  await asAdmin('POST', `/channels/${cast.open1.id}/members`, { user_id });
  return String((await asAdmin('POST', `/users/${user_id}/tokens`, { description: 'contract' }))['token']);
}
