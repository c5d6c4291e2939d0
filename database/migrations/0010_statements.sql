-- Referees and providers of training act as well, behind a personal link.
alter table fact
  drop constraint fact_by_kind_check,
  add constraint fact_by_kind_check check (by_kind in ('candidate', 'staff', 'examiner', 'third-party', 'system'));

-- The options that were chosen on the axes of the tracks, in one text; empty where the program has none.
alter table candidacy add column track text not null default '';
drop index candidacy_under_way;
create unique index candidacy_under_way on candidacy (organization_id, person_id, program_id, track)
  where closed_at is null;

-- Who was asked for a statement and what they said. What became of the request stands in the facts, which name nobody.
create table statement_request (
  organization_id uuid not null,
  id uuid not null,
  candidacy_id uuid not null,
  requirement text not null,
  name text not null,
  email text not null check (email = lower(email)),
  relation text,
  requested_at timestamptz not null,
  -- When they were written to last.
  mailed_at timestamptz not null,
  -- Since when the same address can be asked again for the same requirement.
  released_at timestamptz,
  given_at timestamptz,
  signed_name text,
  -- For references: what was entered, by the ids of the form.
  answers jsonb,
  -- For training: the day that the provider confirms, or why it does not.
  completed_on date,
  remark text,
  primary key (organization_id, id),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id),
  check ((given_at is null) = (signed_name is null))
);
create unique index statement_request_address
  on statement_request (organization_id, candidacy_id, requirement, email) where released_at is null;
create index statement_request_candidacy on statement_request (organization_id, candidacy_id, requested_at);
call protect_tenant_table('statement_request');

-- Each mail holds a link of its own; only its hash is kept. The table `locator` knows the organization of a hash.
create table statement_link (
  organization_id uuid not null,
  token_hash text not null,
  request_id uuid not null,
  created_at timestamptz not null,
  primary key (organization_id, token_hash),
  foreign key (organization_id, request_id) references statement_request (organization_id, id)
);
call protect_tenant_table('statement_link');
