import type { ApiRouter } from '../http/api-router.ts';
import { sendText, WRITTEN } from '../http/answers.ts';
import { newId } from '../site/ids.ts';

/** A plain GET of the WebSocket address. */
export function noUpgradeRoute(api: ApiRouter): void {
  api.open('get', '/websocket', (_req, res) => {
    const error = {
      id: 'api.web_socket.connect.upgrade.app_error',
      message: 'URL Blocked because of CORS. Url: ',
      detailed_error: '',
      request_id: newId(),
      status_code: 400,
    };
    res.setHeader('Sec-Websocket-Version', '13');
    sendText(res, 400, `Bad Request\n${JSON.stringify(error)}`);
    return WRITTEN;
  });
}
