-- What the candidate answered before the application began, to be shown while it is filled in. It decides nothing.
alter table candidacy add column answers jsonb;
