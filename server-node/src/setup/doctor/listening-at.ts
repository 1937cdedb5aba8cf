const ANYWHERE = new Set(['0.0.0.0', '::']);

/** The address of what listens on this machine. */
export function listeningAt({ host, port }: { host: string; port: number }): string {
  const shown = host.includes(':') ? `[${host}]` : host;
  return `http://${ANYWHERE.has(host) ? '127.0.0.1' : shown}:${port}`;
}
