create table todo_list (
  id text primary key,
  revision integer not null,
  next_number integer not null,
  open_count integer not null,
  done_count integer not null
) strict, without rowid;

create table todo (
  id text primary key,
  list_id text not null references todo_list (id),
  number integer not null,
  text text not null,
  notes text not null,
  state text not null check (state in ('open', 'done', 'deleted')),
  creator_id text not null,
  assignee_id text,
  sort_order real not null,
  version integer not null,
  created_at integer not null,
  updated_at integer not null,
  done_at integer,
  source_post_id text,
  source_channel_id text,
  unique (list_id, number)
) strict;

create index todo_open on todo (list_id, sort_order, number) where state = 'open';
create index todo_done on todo (list_id, done_at, number) where state = 'done';

-- A line for each to-do of each change. Never changed.
create table todo_history (
  seq integer primary key autoincrement,
  change_id text not null,
  list_id text not null references todo_list (id),
  todo_id text not null references todo (id),
  actor_id text not null,
  act text not null,
  at integer not null,
  before_fields text not null,
  after_fields text not null,
  undoes text
) strict;

create index todo_history_change on todo_history (change_id);
create index todo_history_todo on todo_history (todo_id, seq);
create index todo_history_actor on todo_history (list_id, actor_id, seq) where undoes is null;
create index todo_history_undoes on todo_history (undoes) where undoes is not null;

-- What each request key led to; null: to no change.
create table todo_claim (
  claim_key text primary key,
  change_id text,
  claimed_at integer not null
) strict, without rowid;

create index todo_claim_age on todo_claim (claimed_at);

-- The outbox.
create table todo_reply (
  seq integer primary key autoincrement,
  id text not null unique,
  order_key text not null,
  target text not null,
  text text not null,
  created_at integer not null,
  due_at integer not null,
  attempts integer not null,
  finished_at integer,
  post_id text,
  reason text
) strict;

create index todo_reply_waiting on todo_reply (seq) where finished_at is null;
create index todo_reply_queue on todo_reply (order_key, seq) where finished_at is null;
create index todo_reply_finished on todo_reply (finished_at) where finished_at is not null;
