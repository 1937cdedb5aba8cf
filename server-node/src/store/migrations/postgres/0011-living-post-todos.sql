-- The to-dos that a living post names one by one, so that it is looked at when they change, in the words in which it
-- names them: whoever reads it may not read them any more by then.
create table living_post_todo (
  -- The key of the post, a space, and the to-do.
  id text primary key,
  post_key text not null,
  todo_id text not null,
  text text not null,
  told_at bigint not null
);

create index living_post_todo_post on living_post_todo (post_key);
create index living_post_todo_todo on living_post_todo (todo_id);
