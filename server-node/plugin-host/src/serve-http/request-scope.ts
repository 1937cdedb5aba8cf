import { AsyncLocalStorage } from 'node:async_hooks';

type OnFailure = (error: unknown) => void;

const scope = new AsyncLocalStorage<OnFailure>();

/** Runs a handler so that errors nobody caught, even those thrown later in a timer, fail this request alone. */
export function runInRequest(onFailure: OnFailure, handle: () => Promise<void>): void {
  scope.run(onFailure, () => {
    handle().catch(onFailure);
  });
}

/** @returns whether `error` belonged to a request, which has been failed then */
export function failCurrentRequest(error: unknown): boolean {
  const onFailure = scope.getStore();
  onFailure?.(error);
  return onFailure !== undefined;
}
