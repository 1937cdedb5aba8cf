const RESPONSE_PATH = /\/hooks\/commands\/([a-z0-9]{26})$/;

/**
 * Where a late answer goes. Only the id is taken from what came; the rest is the Mattermost of the settings, so no
 * request leads us anywhere else, and a site address that the backend cannot reach does no harm.
 *
 * @param mattermostUrl without a slash at the end
 */
export function responseUrlAt(mattermostUrl: string, given: string): string | undefined {
  const id = RESPONSE_PATH.exec(given)?.[1];
  return id === undefined ? undefined : `${mattermostUrl}/hooks/commands/${id}`;
}
