-- JSON: what can be pressed below a reply; null: nothing. A process one version older posts the text alone.
alter table todo_reply add column choices text;

-- What this backend made up and all its processes share, such as the key by which it knows its own buttons again.
create table todo_secret (
  name text primary key,
  value text not null
) strict, without rowid;
