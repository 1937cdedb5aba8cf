import type { PageStore } from '../store/store.ts';

type Handler = (message: unknown) => void;
type Messages = (locale: string) => Record<string, string>;

/** What plugins want to be told: WebSocket events, reconnections, and the language. One handler each. */
export class PluginEvents {
  readonly #webSocket = new Map<string, Map<string, Handler>>();
  readonly #reconnect = new Map<string, () => void>();
  readonly #messages = new Map<string, Messages>();

  onWebSocketEvent(pluginId: string, event: string, handler: Handler): void {
    const handlers = this.#webSocket.get(event) ?? new Map<string, Handler>();
    this.#webSocket.set(event, handlers.set(pluginId, handler));
  }

  offWebSocketEvent(pluginId: string, event: string): void {
    this.#webSocket.get(event)?.delete(pluginId);
  }

  onReconnect(pluginId: string, handler: () => void): void {
    this.#reconnect.set(pluginId, handler);
  }

  offReconnect(pluginId: string): void {
    this.#reconnect.delete(pluginId);
  }

  setTranslations(pluginId: string, messages: Messages): void {
    this.#messages.set(pluginId, messages);
  }

  translate(store: PageStore, locale: string): void {
    for (const [pluginId, messages] of this.#messages) {
      store.dispatch({ type: 'RECEIVED_PLUGIN_TRANSLATIONS', pluginId, messages: messages(locale) });
    }
  }

  tell(event: string, message: unknown): void {
    for (const handler of this.#webSocket.get(event)?.values() ?? []) handler(message);
  }

  tellReconnected(): void {
    for (const handler of this.#reconnect.values()) handler();
  }

  forget(pluginId: string): void {
    for (const handlers of this.#webSocket.values()) handlers.delete(pluginId);
    this.#reconnect.delete(pluginId);
    this.#messages.delete(pluginId);
  }
}
