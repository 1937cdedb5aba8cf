/** @param data one line, as JSON is when nobody indents it */
export const eventFrame = (event: string, data: string): string => `event: ${event}\ndata: ${data}\n\n`;

/** A comment: keeps proxies and browsers from taking the stream for dead. */
export const HEARTBEAT_FRAME = ': \n\n';
