-- The draft of a program file that the program managers of an organization share. `revision` decides who saved last.
create table program_draft (
  organization_id uuid not null references organization (id),
  program_id text not null,
  yaml text not null,
  revision integer not null check (revision > 0),
  saved_at timestamptz not null,
  saved_by uuid not null references person (id),
  primary key (organization_id, program_id)
);
call protect_tenant_table('program_draft');

-- A program file put to every candidacy of its program. `cursor` is the last one that was looked at.
create table edition_preview (
  organization_id uuid not null references organization (id),
  id uuid not null,
  program_id text not null,
  edition text not null,
  yaml text not null,
  requested_at timestamptz not null,
  requested_by uuid not null references person (id),
  state text not null check (state in ('running', 'done')),
  done integer not null default 0 check (done >= 0),
  total integer not null check (total >= 0),
  affected integer not null default 0 check (affected >= 0),
  -- Candidacies by moment and effect.
  counts jsonb not null default '{}',
  -- Candidacies of which no standing can be made.
  unread integer not null default 0 check (unread >= 0),
  cursor uuid,
  primary key (organization_id, id)
);
create index edition_preview_requested on edition_preview (organization_id, requested_at);
call protect_tenant_table('edition_preview');

-- The candidacies that it found, and what would be otherwise.
create table edition_preview_candidacy (
  organization_id uuid not null,
  preview_id uuid not null,
  candidacy_id uuid not null,
  effects text[] not null,
  differences jsonb not null,
  primary key (organization_id, preview_id, candidacy_id),
  foreign key (organization_id, preview_id) references edition_preview (organization_id, id) on delete cascade,
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id)
);
call protect_tenant_table('edition_preview_candidacy');

-- Items for practice lie apart from the bank: no form can hold one, and whoever prepares may read them.
create table practice_item (
  organization_id uuid not null references organization (id),
  program_id text not null,
  identifier text not null,
  position smallint not null check (position > 0),
  topic text not null,
  xml text not null,
  imported_at timestamptz not null,
  primary key (organization_id, program_id, identifier),
  unique (organization_id, program_id, position)
);
call protect_tenant_table('practice_item');
create policy public_reading on practice_item for select using (true);
