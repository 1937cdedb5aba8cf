-- When a to-do is due, how it repeats, and who wants to be reminded of it. Each has a default, since a process one
-- version older goes on writing rows without them.
alter table todo add column due text;
alter table todo add column due_at bigint;
alter table todo add column due_zone text;
alter table todo add column repeat text;
alter table todo add column repeat_from text not null default 'due';
alter table todo add column repeat_anchor text;
alter table todo add column occurrence text;
-- JSON, a list.
alter table todo add column reminders text not null default '[]';

-- What is due of those that a person has: the assignee, else the creator.
create index todo_due on todo ((coalesce(assignee_id, creator_id)), due_at)
  where state = 'open' and due_at is not null;
