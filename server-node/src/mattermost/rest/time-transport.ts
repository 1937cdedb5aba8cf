import type { Metrics } from '../../metrics/metrics.ts';
import type { DirectTransport } from './direct-transport.ts';
import { endpointTemplate } from './endpoint-template.ts';

/** Times each try of a call, whatever becomes of it. */
export function timeTransport(
  transport: DirectTransport,
  metrics: Pick<Metrics, 'mattermostCall'>,
): DirectTransport {
  return {
    ...transport,
    async send(request) {
      const startedAt = performance.now();
      const tell = (outcome: string) => {
        const endpoint = `${request.method} ${endpointTemplate(request.url.pathname)}`;
        metrics.mattermostCall({ endpoint, outcome }, performance.now() - startedAt);
      };
      try {
        const answer = await transport.send(request);
        tell(outcomeOf(answer.status));
        return answer;
      } catch (error) {
        tell('no_answer');
        throw error;
      }
    },
  };
}

/** Too many calls are an outcome of their own: there is another thing to do about them. */
const outcomeOf = (status: number): string => (status === 429 ? '429' : `${Math.floor(status / 100)}xx`);
