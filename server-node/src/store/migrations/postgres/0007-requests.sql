-- What one person asks of another. Which states there are is the program's business from now on, so that a later one
-- needs no change of the table.
alter table todo drop constraint todo_state_check;
alter table todo add column request text;
alter table todo add column request_reason text not null default '';
alter table todo add column requested_at bigint;

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
);

create index todo_moved_todo on todo_moved (todo_id, list_id);
