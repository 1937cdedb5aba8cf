/** Whether Mattermost refused an edit because the channel is archived, by the id that it gives the refusal. */
export const isOfArchive = (id: string): boolean =>
  /^api\.post\.(patch|update)_post\.can_not_update_post_in_deleted/.test(id);
