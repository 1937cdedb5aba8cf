-- What one person asks of another. SQLite can take a check off a column only by making the table anew; which states
-- there are is the program's business from now on, so that a later one needs no such rebuild. The columns stay in their
-- order, with new ones at the end: a process one version older goes on reading them by their places.
create table todo_new (
  id text primary key,
  list_id text not null references todo_list (id),
  number integer not null,
  text text not null,
  notes text not null,
  state text not null,
  creator_id text not null,
  assignee_id text,
  sort_order real not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  done_at integer,
  source_post_id text,
  source_channel_id text,
  due text,
  due_at integer,
  due_zone text,
  repeat text,
  repeat_from text not null default 'due',
  repeat_anchor text,
  occurrence text,
  reminders text not null default '[]',
  request text,
  request_reason text not null default '',
  requested_at integer,
  unique (list_id, number)
) strict;

insert into todo_new (
  id, list_id, number, text, notes, state, creator_id, assignee_id, sort_order, version, created_at, updated_at, done_at,
  source_post_id, source_channel_id, due, due_at, due_zone, repeat, repeat_from, repeat_anchor, occurrence, reminders
) select
  id, list_id, number, text, notes, state, creator_id, assignee_id, sort_order, version, created_at, updated_at, done_at,
  source_post_id, source_channel_id, due, due_at, due_zone, repeat, repeat_from, repeat_anchor, occurrence, reminders
from todo;

drop table todo;
alter table todo_new rename to todo;

create index todo_open on todo (list_id, sort_order, number) where state = 'open';
create index todo_done on todo (list_id, done_at, number) where state = 'done';
create index todo_due on todo (coalesce(assignee_id, creator_id), due_at)
  where state = 'open' and due_at is not null;

-- What a person has, whatever its list; what waits for a person's answer; what a person asked of others, and of that
-- what is done.
create index todo_mine on todo (assignee_id, created_at, number) where state = 'open' and assignee_id is not null;
create index todo_requests on todo (assignee_id, requested_at, number) where state = 'waiting';
create index todo_sent on todo (creator_id, requested_at, number)
  where request is not null and state in ('open', 'waiting', 'declined');
create index todo_sent_done on todo (creator_id, done_at) where request is not null and state = 'done';

-- Where the change of a line was made when that is another list than the to-do's: whoever sent it makes changes in a
-- list of their own, and undoes them there.
alter table todo_history add column made_in text;
create index todo_history_made_in on todo_history (made_in, actor_id, seq) where made_in is not null and undoes is null;

-- Which to-do had a number of a list before it went to the list of `person_id`. The place is `<list id> <number>`.
create table todo_moved (
  place text primary key,
  list_id text not null references todo_list (id),
  todo_id text not null references todo (id),
  person_id text not null
) strict, without rowid;

create index todo_moved_todo on todo_moved (todo_id, list_id);
