/**
 * Whether Mattermost puts headers of its own on responses. `SyncHeader` replaces all of them, so they must be read
 * first, which costs a round trip. Its two sources are fixed when the server starts: rate limiting touches every
 * response, CORS every response too (`Vary`) and more with an Origin. So the first response tells for all others.
 */
export class HostHeaders {
  #present: boolean | undefined;

  mustRead(request: { fromOutside: boolean; hasOrigin: boolean }): boolean {
    if (!request.fromOutside) return false;
    return this.#present !== false || request.hasOrigin;
  }

  /** Once seen, they are read for every response. */
  saw(count: number): void {
    this.#present = (this.#present ?? false) || count > 0;
  }
}
