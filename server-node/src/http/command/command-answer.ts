/** Mattermost shows the body of a 200 only, and translates `<!here>` into a mention unless told not to. */
export interface CommandAnswer {
  response_type: 'ephemeral';
  text: string;
  skip_slack_parsing: true;
}

export const commandAnswer = (text: string): CommandAnswer => ({
  response_type: 'ephemeral',
  text,
  skip_slack_parsing: true,
});
