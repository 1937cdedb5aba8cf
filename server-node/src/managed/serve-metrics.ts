import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PluginApi } from 'mattermost-plugin-host';
import type { Metrics } from '../metrics/metrics.ts';
import { isRefusedToReader } from './refuse-to-reader.ts';

/** For those who may see the plugin's settings: Mattermost asks for metrics itself only where it has a licence. */
export async function serveMetrics(
  api: Pick<PluginApi, 'HasPermissionTo'>,
  metrics: Metrics,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!(await isRefusedToReader(api, request, response))) await writeMetrics(metrics, response);
}

/** Whoever reaches Mattermost's own metrics address may read them. */
export async function writeMetrics(metrics: Metrics, response: ServerResponse): Promise<void> {
  const { type, text } = await metrics.text();
  response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  response.end(text);
}
