import type { RulesBody, RulesView } from '@todo-node/server/contract/api';
import type { Request } from './request.ts';
import { parseRules } from './views.ts';

/** What rules are called in the person's language, in the order of the question. */
export const makeSayRules =
  (request: Request) =>
  async (rules: RulesBody['rules']): Promise<RulesView> =>
    parseRules((await request('/rules', { method: 'POST', body: { rules } })).body);
