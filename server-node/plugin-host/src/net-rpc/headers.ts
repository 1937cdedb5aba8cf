import { string, struct, uint } from '../gob/gob-type.ts';

/** Go's net/rpc: a header and a body, for a request and for its response. The first `Seq` is 0. */
export const requestHeader = struct('Request', { ServiceMethod: string, Seq: uint });
export const responseHeader = struct('Response', { ServiceMethod: string, Seq: uint, Error: string });
/** All that a caller reads: responses are told apart by their number alone. */
export const receivedResponse = struct('Response', { Seq: uint, Error: string });
