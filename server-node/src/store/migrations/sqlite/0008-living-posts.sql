-- Posts of the bot that are kept true. What a post shows follows from `kind` and `about`; a change of a list, or of what
-- a person has (`person:<id>`), has the posts about it edited.
create table living_post (
  key text primary key,
  kind text not null,
  about text not null,
  channel_id text not null,
  -- By this reply the post is known again before its own id is.
  reply_id text not null,
  -- Null: it is not made yet.
  post_id text,
  is_pinned integer not null,
  -- Stands for what was shown last; empty: nobody knows.
  shown text not null,
  -- How often somebody began to edit it, and when they did the last time.
  edits integer not null,
  edited_at integer not null
) strict, without rowid;

create index living_post_about on living_post (about);
