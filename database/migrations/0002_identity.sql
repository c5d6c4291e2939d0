-- Accounts are of the installation, not of a tenant: one person may be a candidate here and an examiner there.
create table person (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  -- False once a password shorter than 15 characters was set, which only a second factor allows.
  password_is_long boolean not null default true,
  operator boolean not null default false,
  demonstration boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table session (
  id uuid primary key,
  token text not null unique,
  person_id uuid not null references person (id) on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index session_person on session (person_id);

create table account (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  person_id uuid not null references person (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index account_person on account (person_id);

create table verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_identifier on verification (identifier);

create table two_factor (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index two_factor_person on two_factor (person_id);

create table passkey (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  name text,
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null default now()
);
create index passkey_person on passkey (person_id);

-- Failed sign-ins by hashed address, for throttling.
create table sign_in_failure (
  email_hash text not null,
  at timestamptz not null default now()
);
create index sign_in_failure_email on sign_in_failure (email_hash, at);

grant select, insert, update, delete on person, session, account, verification, two_factor, passkey, sign_in_failure
  to testamur_app;

create table membership (
  organization_id uuid not null references organization (id),
  person_id uuid not null references person (id),
  roles text[] not null check (
    cardinality(roles) > 0
    and roles <@ array['program-manager', 'reviewer', 'examiner', 'proctor', 'finance', 'psychometrician', 'auditor', 'administrator']),
  created_at timestamptz not null default now(),
  primary key (organization_id, person_id)
);
create index membership_person on membership (person_id);
call protect_tenant_table('membership', 'person_id');

create table invitation (
  organization_id uuid not null references organization (id),
  id uuid not null,
  email text not null,
  roles text[] not null check (cardinality(roles) > 0),
  token_hash text not null unique,
  invited_by uuid not null references person (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (organization_id, id)
);
call protect_tenant_table('invitation');
