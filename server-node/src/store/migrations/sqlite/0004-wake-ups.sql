-- What has to happen at a moment. `at` is that moment; `due_at` moves on when it is put off, and is only a mark that
-- changes while `taken_by` holds the lease.
create table wake_up (
  key text primary key,
  at integer not null,
  kind text not null,
  person_id text not null,
  about text not null,
  due_at integer not null,
  taken_by text,
  attempts integer not null
) strict, without rowid;

-- Finds what is due of those that nobody has, the next one, and the few that somebody has.
create index wake_up_due on wake_up (taken_by, due_at);
