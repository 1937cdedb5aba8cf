/** An error as Mattermost answers it: an id for programs, a sentence for people. */
export class MattermostError extends Error {
  override readonly name = 'MattermostError';
  readonly status: number;
  readonly id: string;
  readonly detail: string;
  /** Whether the answer also takes the session cookie away, as every refused token does. */
  readonly clearsCookie: boolean;

  constructor(
    status: number,
    id: string,
    message: string,
    more: { detail?: string; clearsCookie?: boolean } = {},
  ) {
    super(message);
    this.status = status;
    this.id = id;
    this.detail = more.detail ?? '';
    this.clearsCookie = more.clearsCookie ?? false;
  }
}

export const noPermission = () =>
  new MattermostError(
    403,
    'api.context.permissions.app_error',
    'You do not have the appropriate permissions.',
  );

export const invalidBody = (what: string) =>
  new MattermostError(
    400,
    'api.context.invalid_body_param.app_error',
    `Invalid or missing ${what} in request body.`,
  );

export const invalidUrlParam = (what: string) =>
  new MattermostError(
    400,
    'api.context.invalid_url_param.app_error',
    `Invalid or missing ${what} parameter in request URL.`,
  );

/** @param clearsCookie true when a token came and was refused, false when none came */
export const sessionExpired = (clearsCookie: boolean) =>
  new MattermostError(
    401,
    'api.context.session_expired.app_error',
    'Invalid or expired session, please login again.',
    { clearsCookie },
  );

export const noSuchRoute = (url: string) =>
  new MattermostError(404, 'api.context.404.app_error', 'Sorry, we could not find the page.', {
    detail: `There doesn't appear to be an api call for the url='${url}'.  Typo? are you missing a team_id or user_id as part of the url?`,
  });

export const noSuchUser = () =>
  new MattermostError(404, 'app.user.missing_account.const', 'Unable to find the user.');

export const noSuchTeam = () =>
  new MattermostError(404, 'app.team.get.find.app_error', 'Unable to find the existing team.');

export const noSuchChannel = (id: string) =>
  new MattermostError(
    404,
    'app.channel.get.existing.app_error',
    `Unable to find the existing channel ${id}.`,
  );

export const noSuchPost = () => new MattermostError(404, 'app.post.get.app_error', 'Unable to get the post.');
