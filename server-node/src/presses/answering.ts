import type { Caller } from '../callers/ports.ts';
import { explainFailure } from '../commands/explain-failure.ts';
import { withName } from '../program/answers/with-name.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import { knownInTime } from '../shared/known-in-time.ts';
import type { PressDeps } from './ports.ts';
import type { Press } from './press.ts';

export interface Answering<Request, Answer> {
  keyOf(request: Request): string;
  answer(request: Request, press: Press): Promise<Answer>;
  /** Says something to whoever pressed or filled in. */
  told(text: string): Answer;
}

/** Answers in the language of whoever pressed or filled in. It never fails: they are told of failures. */
export function answering<Request extends { caller: Caller; requestId: string }, Answer>(
  deps: Pick<PressDeps, 'accountOf' | 'languages' | 'clockOf' | 'metrics' | 'logger'>,
  { keyOf, answer, told }: Answering<Request, Answer>,
): (request: Request) => Promise<Answer> {
  return async (request) => {
    const { caller, requestId } = request;
    const locale = await deps.languages.of(caller);
    const clock = await knownInTime(deps.clockOf(caller.userId));
    const texts = textsIn(locale, '', clock?.hours);
    const press: Press = { caller, locale, texts, requestKey: keyOf(request) };
    try {
      return await answer(request, press);
    } catch (error) {
      deps.metrics.press({ act: 'unknown', outcome: 'failed' });
      const named = await withName(deps.accountOf, error);
      return told(explainFailure(deps, press.texts, named, requestId));
    }
  };
}
