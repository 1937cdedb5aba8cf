-- What a person set for themselves: JSON, of which a version knows its own part. A person without a row set nothing.
create table person_settings (
  person_id text primary key,
  document text not null,
  version integer not null
) strict, without rowid;
