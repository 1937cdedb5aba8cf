import type { RulesView } from '../../contract/api.ts';
import { textsIn } from '../../program/texts/texts-in.ts';
import type { HttpDeps } from '../http-deps.ts';
import { rulesView } from './answer-schemas.ts';
import { endpoint } from './endpoint.ts';
import { noParams, noQuery, rulesBody } from './schemas.ts';

/** Beside the lists and not in them: a list is one answer for readers of all languages. */
export const makeSayRules = (deps: HttpDeps) =>
  endpoint({
    method: 'post',
    path: '/rules',
    summary: 'What rules of repeating to-dos are called in the language of the caller.',
    params: noParams,
    query: noQuery,
    body: rulesBody,
    status: 200,
    answer: rulesView,
    async handle({ caller, body: { rules } }) {
      const { when } = textsIn(await deps.languages.of(caller));
      const words = rules.map(({ repeat, repeatFrom }) => {
        const said = when.rule(repeat, repeatFrom);
        return said === repeat ? '' : said;
      });
      const body: RulesView = { words };
      return { body };
    },
  });
