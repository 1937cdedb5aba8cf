export type RpcErrorCode = 'remote' | 'timeout' | 'closed' | 'bad_argument' | 'bad_reply';

/** A call that got no answer. What the called code itself refused is no RpcError. */
export class RpcError extends Error {
  readonly code: RpcErrorCode;
  readonly method: string;

  constructor(code: RpcErrorCode, method: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'RpcError';
    this.code = code;
    this.method = method;
  }

  /** The other side is older than this method. */
  get isUnknownMethod(): boolean {
    return this.code === 'remote' && this.message.startsWith("rpc: can't find method");
  }
}
