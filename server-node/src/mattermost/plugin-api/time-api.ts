import { ApiError, type PluginApi } from 'mattermost-plugin-host';
import type { Metrics } from '../../metrics/metrics.ts';

type Method = (...args: unknown[]) => Promise<unknown>;

/** The plugin API with each of its calls timed, by the method's name. */
export function timeApi(api: PluginApi, metrics: Pick<Metrics, 'mattermostCall'>): PluginApi {
  const methods = Object.entries(api as unknown as Record<string, Method>);
  const timed = methods.map(([name, call]) => [name, timeMethod(name, call, metrics)]);
  return Object.freeze(Object.fromEntries(timed)) as PluginApi;
}

function timeMethod(endpoint: string, call: Method, metrics: Pick<Metrics, 'mattermostCall'>): Method {
  return async (...args) => {
    const startedAt = performance.now();
    const tell = (outcome: string) =>
      metrics.mattermostCall({ endpoint, outcome }, performance.now() - startedAt);
    try {
      const answer = await call(...args);
      tell('ok');
      return answer;
    } catch (error) {
      tell(outcomeOf(error));
      throw error;
    }
  };
}

/** Plain errors of Go have no status. */
function outcomeOf(error: unknown): string {
  if (!(error instanceof ApiError)) return 'no_answer';
  return error.status > 0 ? `${Math.floor(error.status / 100)}xx` : 'refused';
}
