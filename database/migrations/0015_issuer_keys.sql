-- Keys may lie elsewhere than in this database, and follow one another.
alter table issuer_key rename column sealed_private_key to provider_ref;
alter table issuer_key
  add column algorithm text not null default 'Ed25519' check (algorithm in ('Ed25519', 'P-256')),
  add column provider text not null default 'sealed' check (provider in ('sealed', 'pkcs11', 'aws-kms')),
  -- Published at once, signs from then on.
  add column activates_at timestamptz,
  -- Nothing that it signed is believed from then on.
  add column compromised_at timestamptz;
comment on column issuer_key.provider_ref is
  'Where the provider finds the private key: the sealed key itself, a PKCS#11 URI, the name of a key in a cloud';
comment on column issuer_key.retired_at is 'Signs until then, and stays published; set beforehand when a key follows';
-- Row-level security is forced on the owner as well, and no tenant is set here.
alter table issuer_key no force row level security;
update issuer_key set activates_at = created_at;
alter table issuer_key force row level security;
alter table issuer_key
  alter column activates_at set not null,
  alter column algorithm drop default,
  alter column provider drop default,
  add constraint issuer_key_public unique (organization_id, public_key_multibase),
  add constraint issuer_key_published_first check (activates_at >= created_at);

-- What one person asks for and another one confirms: a new key, or the withdrawal of one that others may hold.
create table issuer_key_request (
  organization_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('rotation', 'compromise')),
  -- The key to be followed, or to be withdrawn.
  key_id uuid not null,
  -- Of the new key, where one is made.
  algorithm text not null check (algorithm in ('Ed25519', 'P-256')),
  reason text not null,
  requested_by uuid not null references person (id),
  requested_at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  confirmed boolean,
  primary key (organization_id, id),
  foreign key (organization_id, key_id) references issuer_key (organization_id, id),
  check (decided_by is null or decided_by <> requested_by),
  check ((decided_by is null) = (decided_at is null) and (decided_at is null) = (confirmed is null))
);
create unique index issuer_key_request_rotation on issuer_key_request (organization_id)
  where kind = 'rotation' and decided_at is null;
create unique index issuer_key_request_compromise on issuer_key_request (organization_id, key_id)
  where kind = 'compromise' and decided_at is null;
create index issuer_key_request_key on issuer_key_request (organization_id, key_id);
call protect_tenant_table('issuer_key_request');
