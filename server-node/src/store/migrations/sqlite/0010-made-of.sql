-- What was made of a message, for when that message is deleted.
create index todo_made_of on todo (source_post_id) where source_post_id is not null;
