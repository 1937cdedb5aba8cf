/** Sizes and numbers of the yamux wire format, version 0; see SPEC.md. */
export const VERSION = 0;
export const HEADER_BYTES = 1 + 1 + 2 + 4 + 4;

export const TYPE = { data: 0, windowUpdate: 1, ping: 2, goAway: 3 } as const;
export const FLAG = { syn: 1, ack: 2, fin: 4, rst: 8 } as const;
export const GO_AWAY = { normal: 0, protocolError: 1, internalError: 2 } as const;

/** What either side may send on a stream before the other grants more. */
export const INITIAL_WINDOW = 256 * 1024;

/** `length` is the payload's size on data frames, a credit on window updates, an opaque number on pings. */
export interface FrameHeader {
  readonly type: number;
  readonly flags: number;
  readonly streamId: number;
  readonly length: number;
}

export function encodeHeader({ type, flags, streamId, length }: FrameHeader): Buffer {
  const header = Buffer.allocUnsafe(HEADER_BYTES);
  header[0] = VERSION;
  header[1] = type;
  header.writeUInt16BE(flags, 2);
  header.writeUInt32BE(streamId, 4);
  header.writeUInt32BE(length, 8);
  return header;
}
