create table test_authorization (
  organization_id uuid not null,
  candidacy_id uuid not null,
  assessment_id text not null,
  attempt integer not null check (attempt > 0),
  number text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  minutes integer not null check (minutes > 0),
  time_multiplier numeric(4, 2) not null check (time_multiplier >= 1),
  created_at timestamptz not null,
  primary key (organization_id, candidacy_id, assessment_id, attempt),
  unique (organization_id, number),
  check (closes_at > opens_at),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id)
);
call protect_tenant_table('test_authorization');

create table examiner_assignment (
  organization_id uuid not null,
  id uuid not null,
  candidacy_id uuid not null,
  assessment_id text not null,
  attempt integer not null,
  examiner_id uuid not null references person (id),
  assigned_by uuid not null references person (id),
  assigned_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, candidacy_id, assessment_id, attempt, examiner_id),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id)
);
call protect_tenant_table('examiner_assignment');

create table attempt (
  organization_id uuid not null,
  id uuid not null,
  candidacy_id uuid not null,
  person_id uuid not null references person (id),
  assessment_id text not null,
  attempt integer not null,
  form_id uuid not null,
  begun_at timestamptz not null,
  -- The clock: time granted, in milliseconds, accommodations included; never touched by a client.
  granted_ms bigint not null check (granted_ms > 0),
  ends_at timestamptz not null,
  -- The organization's clock offset when it began, so that a moved rehearsal clock seals it, too.
  status text not null default 'working' check (status in ('working', 'sealed', 'sealed-at-time', 'canceled')),
  sealed_at timestamptz,
  device_id uuid,
  -- The log is complete up to here.
  last_seq integer not null default 0,
  last_saved_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, candidacy_id, assessment_id, attempt, id),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id),
  foreign key (organization_id, form_id) references form (organization_id, id)
);
create unique index attempt_once on attempt (organization_id, candidacy_id, assessment_id, attempt) where status <> 'canceled';
create index attempt_due on attempt (organization_id, ends_at) where status = 'working';
call protect_tenant_table('attempt', 'person_id');

create table response (
  organization_id uuid not null,
  attempt_id uuid not null,
  seq integer not null check (seq > 0),
  item_id text not null,
  kind text not null check (kind in ('response', 'flag')),
  value jsonb not null,
  client_at timestamptz not null,
  received_at timestamptz not null,
  primary key (organization_id, attempt_id, seq)
);
call protect_tenant_table('response');
call make_append_only('response');

create table incident (
  organization_id uuid not null,
  id uuid not null,
  attempt_id uuid not null,
  kind text not null,
  note text not null,
  at timestamptz not null,
  primary key (organization_id, id),
  foreign key (organization_id, attempt_id) references attempt (organization_id, id)
);
create index incident_attempt on incident (organization_id, attempt_id);
call protect_tenant_table('incident');
call make_append_only('incident');

create table portfolio_piece (
  organization_id uuid not null,
  id uuid not null,
  candidacy_id uuid not null,
  assessment_id text not null,
  attempt integer not null,
  position smallint not null,
  title text not null,
  reflection text not null,
  criteria text[] not null,
  file_id uuid not null,
  updated_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, candidacy_id, assessment_id, attempt, position),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id),
  foreign key (organization_id, file_id) references evidence_file (organization_id, id)
);
call protect_tenant_table('portfolio_piece');

create table rating (
  organization_id uuid not null,
  id uuid not null,
  candidacy_id uuid not null,
  assessment_id text not null,
  attempt integer not null,
  examiner_id uuid not null references person (id),
  marks jsonb not null default '[]',
  asked_at timestamptz not null,
  saved_at timestamptz,
  submitted_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, candidacy_id, assessment_id, attempt, examiner_id),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id)
);
create index rating_examiner on rating (organization_id, examiner_id, submitted_at);
call protect_tenant_table('rating');

create table result (
  organization_id uuid not null,
  id uuid not null,
  candidacy_id uuid not null,
  assessment_id text not null,
  attempt integer not null,
  -- The attempt or the rating that it comes from.
  source_id uuid not null,
  score numeric(8, 3) not null,
  max_score numeric(8, 3) not null check (max_score > 0),
  pass_mark numeric(8, 3) not null,
  passed boolean not null,
  by_topic jsonb not null,
  comments jsonb not null default '[]',
  scored_at timestamptz not null,
  released_at timestamptz,
  released_by uuid references person (id),
  primary key (organization_id, id),
  unique (organization_id, candidacy_id, assessment_id, attempt),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id)
);
create index result_waiting on result (organization_id, scored_at) where released_at is null;
call protect_tenant_table('result');
