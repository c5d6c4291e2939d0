create table issuer_key (
  organization_id uuid not null references organization (id),
  id uuid not null,
  public_key_multibase text not null,
  -- Sealed with the installation's secret; opened in memory only.
  sealed_private_key text not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (organization_id, id)
);
create unique index issuer_key_current on issuer_key (organization_id) where retired_at is null;
call protect_tenant_table('issuer_key');

create table status_list (
  organization_id uuid not null references organization (id),
  id uuid not null,
  -- A suspension raises the same entry while it lasts: docs/decisions/0005-one-status-entry.md.
  purpose text not null check (purpose = 'revocation'),
  length integer not null check (length >= 131072),
  created_at timestamptz not null,
  -- The signed list and when it goes stale.
  document jsonb,
  fresh_until timestamptz,
  primary key (organization_id, id),
  unique (organization_id, purpose)
);
call protect_tenant_table('status_list');

create table status_entry (
  organization_id uuid not null,
  list_id uuid not null,
  index integer not null check (index >= 0),
  credential_id uuid not null,
  raised boolean not null default false,
  primary key (organization_id, list_id, index),
  foreign key (organization_id, list_id) references status_list (organization_id, id)
);
create index status_entry_credential on status_entry (organization_id, credential_id);
call protect_tenant_table('status_entry');

create table credential (
  organization_id uuid not null references organization (id),
  id uuid not null,
  candidacy_id uuid not null,
  person_id uuid not null references person (id),
  number text not null,
  cycle integer not null check (cycle > 0),
  program_id text not null,
  edition text not null,
  holder_name text not null,
  -- The exact bytes that were signed.
  document text not null,
  sha256 text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  issued_at timestamptz not null,
  primary key (organization_id, id),
  unique (organization_id, number),
  unique (organization_id, candidacy_id, cycle),
  check (valid_until > valid_from),
  foreign key (organization_id, candidacy_id) references candidacy (organization_id, id)
);
call protect_tenant_table('credential', 'person_id');
call make_append_only('credential');

create table revocation_request (
  organization_id uuid not null,
  credential_id uuid not null,
  reason text not null,
  requested_by uuid not null references person (id),
  requested_at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  confirmed boolean,
  primary key (organization_id, credential_id, requested_at),
  foreign key (organization_id, credential_id) references credential (organization_id, id),
  check (decided_by is null or decided_by <> requested_by)
);
create unique index revocation_request_open on revocation_request (organization_id, credential_id) where decided_at is null;
call protect_tenant_table('revocation_request');

-- What the public register shows of those who agreed; rebuilt from standings.
create table register_entry (
  organization_id uuid not null,
  credential_id uuid not null,
  number text not null,
  holder_name text not null,
  -- The words of the name without accents and in lower case.
  words tsvector not null,
  title text not null,
  abbreviation text not null,
  state text not null check (state in ('active', 'renewal-due', 'in-grace', 'suspended')),
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  primary key (organization_id, credential_id),
  foreign key (organization_id, credential_id) references credential (organization_id, id)
);
create unique index register_entry_number on register_entry (number);
create index register_entry_words on register_entry using gin (words);
call protect_tenant_table('register_entry');
-- Holders agreed to be listed in public.
create policy public_reading on register_entry for select using (true);
