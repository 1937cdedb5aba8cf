-- What is not due and has a reminder at a moment of its own, by the clock of whoever has it.
create index todo_reminded on todo (coalesce(assignee_id, creator_id))
  where state = 'open' and due_at is null and due_zone is not null;
