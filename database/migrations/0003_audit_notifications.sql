create table audit_head (
  organization_id uuid primary key references organization (id),
  seq bigint not null,
  hash text not null
);
call protect_tenant_table('audit_head');

-- The chain. `content` is the canonical JSON that is hashed: hash = sha256(previous || content).
-- It holds opaque ids and salted commitments only; what they commit to stands in audit_personal and can be erased.
create table audit_entry (
  organization_id uuid not null references organization (id),
  seq bigint not null,
  at timestamptz not null,
  actor_id uuid,
  action text not null,
  subject text not null,
  previous text not null,
  content text not null,
  hash text not null,
  primary key (organization_id, seq)
);
create index audit_entry_subject on audit_entry (organization_id, subject);
create index audit_entry_action on audit_entry (organization_id, action);
call protect_tenant_table('audit_entry');
call make_append_only('audit_entry');

create table audit_personal (
  organization_id uuid not null references organization (id),
  seq bigint not null,
  salt text not null,
  content jsonb not null,
  primary key (organization_id, seq)
);
call protect_tenant_table('audit_personal');
revoke update on audit_personal from testamur_app;

create table audit_checkpoint (
  organization_id uuid not null references organization (id),
  seq bigint not null,
  hash text not null,
  at timestamptz not null,
  verification_method text not null,
  signature text not null,
  primary key (organization_id, seq)
);
call protect_tenant_table('audit_checkpoint');
call make_append_only('audit_checkpoint');

create table message (
  organization_id uuid not null references organization (id),
  id uuid not null,
  person_id uuid references person (id),
  to_address text not null,
  template text not null,
  subject text not null,
  body text not null,
  -- The same occasion is never mailed twice.
  occasion text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'kept', 'failed')),
  error text,
  primary key (organization_id, id),
  unique (organization_id, occasion)
);
create index message_person on message (person_id, created_at desc);
create index message_created on message (organization_id, created_at desc);
call protect_tenant_table('message', 'person_id');
