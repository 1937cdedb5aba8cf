-- Who holds the lease of a reply that is being sent; null: nobody, or a process that knows nothing of holders.
alter table todo_reply add column taken_by text;
