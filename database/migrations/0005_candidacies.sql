create table candidacy (
  organization_id uuid not null references organization (id),
  id uuid not null,
  number text not null,
  person_id uuid not null references person (id),
  program_id text not null,
  edition text not null,
  created_at timestamptz not null,
  -- Set when nothing more can happen; then the person may begin anew.
  closed_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, number),
  foreign key (organization_id, program_id, edition) references program_edition (organization_id, program_id, edition)
);
create unique index candidacy_under_way on candidacy (organization_id, person_id, program_id) where closed_at is null;
call protect_tenant_table('candidacy', 'person_id');

create table fact (
  organization_id uuid not null,
  candidacy_id uuid not null,
  id uuid not null,
  kind text not null,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('candidate', 'staff', 'examiner', 'system')),
  by_id uuid,
  edition text not null,
  data jsonb not null,
  recorded_at timestamptz not null default now(),
  primary key (organization_id, candidacy_id, id),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id)
);
call protect_tenant_table('fact');
call make_append_only('fact');

-- Facts that may happen once only, whatever races: their key, e.g. 'fee-settled:<invoice>'.
create table fact_once (
  organization_id uuid not null,
  candidacy_id uuid not null,
  key text not null,
  fact_id uuid not null,
  primary key (organization_id, candidacy_id, key)
);
call protect_tenant_table('fact_once');
call make_append_only('fact_once');

create table draft (
  organization_id uuid not null,
  candidacy_id uuid not null,
  requirement text not null,
  claim jsonb not null,
  saved_at timestamptz not null,
  primary key (organization_id, candidacy_id, requirement),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id)
);
call protect_tenant_table('draft');

create table evidence_file (
  organization_id uuid not null,
  id uuid not null,
  candidacy_id uuid not null,
  person_id uuid not null,
  name text not null,
  type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes integer not null check (bytes > 0),
  sha256 text not null,
  storage_key text not null,
  uploaded_at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id)
);
create index evidence_file_candidacy on evidence_file (organization_id, candidacy_id);
call protect_tenant_table('evidence_file');

-- A projection of standing(); rebuilt from the facts at any time. `version` guards against a lost update.
create table standing_cache (
  organization_id uuid not null,
  candidacy_id uuid not null,
  person_id uuid not null,
  status text not null,
  standing jsonb not null,
  -- When the clock alone changes the standing next.
  next_change_at timestamptz,
  updated_at timestamptz not null,
  primary key (organization_id, candidacy_id),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id)
);
create index standing_cache_change on standing_cache (organization_id, next_change_at) where next_change_at is not null;
call protect_tenant_table('standing_cache', 'person_id');

-- One row for each thing that waits for staff; rebuilt with the standing.
create table queue_entry (
  organization_id uuid not null,
  queue text not null,
  candidacy_id uuid not null,
  subject text not null default '',
  waiting_since timestamptz not null,
  primary key (organization_id, queue, candidacy_id, subject),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id)
);
create index queue_entry_oldest on queue_entry (organization_id, queue, waiting_since);
call protect_tenant_table('queue_entry');

create table work_claim (
  organization_id uuid not null,
  candidacy_id uuid not null,
  person_id uuid not null references person (id),
  at timestamptz not null,
  primary key (organization_id, candidacy_id),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id)
);
call protect_tenant_table('work_claim');

create table member_roll (
  organization_id uuid not null references organization (id),
  payer_class text not null,
  member_number text not null,
  email text not null,
  valid_until date not null,
  imported_at timestamptz not null,
  primary key (organization_id, payer_class, member_number)
);
call protect_tenant_table('member_roll');
