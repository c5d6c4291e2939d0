-- A holder offers a credential to a wallet of theirs (OpenID for Verifiable Credential Issuance 1.0, pre-authorized
-- code). All that opens something is kept as a hash, and all of it ends.
create table wallet_offer (
  organization_id uuid not null references organization (id),
  id uuid not null,
  credential_id uuid not null,
  person_id uuid not null references person (id),
  format text not null check (format in ('dc+sd-jwt', 'ldp_vc', 'jwt_vc_json')),
  -- SHA-256 of the secret in the address of the offer, and of the code that is made from it.
  reference_hash text not null,
  code_hash text not null,
  -- Under a key of the installation: a million codes are soon tried out otherwise.
  tx_code_hash text not null,
  tries integer not null default 0 check (tries between 0 and 5),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- Another offer took its place, or it was tried too often.
  ended_at timestamptz,
  redeemed_at timestamptz,
  token_hash text,
  token_expires_at timestamptz,
  -- Of the wallet's DPoP key (RFC 9449), where it has one.
  dpop_thumbprint text,
  delivered_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, reference_hash),
  unique (organization_id, code_hash),
  unique (organization_id, token_hash),
  foreign key (organization_id, credential_id) references credential (organization_id, id),
  check (expires_at > created_at),
  check ((redeemed_at is null) = (token_hash is null) and (token_hash is null) = (token_expires_at is null)),
  check (delivered_at is null or redeemed_at is not null)
);
-- One code at a time can be redeemed for a credential.
create unique index wallet_offer_open on wallet_offer (organization_id, credential_id)
  where ended_at is null and redeemed_at is null;
create index wallet_offer_credential on wallet_offer (organization_id, credential_id, created_at);
call protect_tenant_table('wallet_offer');

-- What left for which key of a wallet. Stays when the offer is forgotten.
create table wallet_delivery (
  organization_id uuid not null references organization (id),
  id uuid not null,
  offer_id uuid not null,
  credential_id uuid not null,
  person_id uuid not null references person (id),
  format text not null check (format in ('dc+sd-jwt', 'ldp_vc', 'jwt_vc_json')),
  -- RFC 7638, SHA-256, of the wallet's key.
  key_thumbprint text not null,
  -- The issuer's key that signed, and what it signed.
  key_id uuid not null,
  sha256 text not null,
  delivered_at timestamptz not null,
  -- What the wallet told of it, the latest.
  told text check (told in ('credential_accepted', 'credential_failure', 'credential_deleted')),
  told_at timestamptz,
  primary key (organization_id, id),
  unique (organization_id, offer_id, key_thumbprint),
  foreign key (organization_id, credential_id) references credential (organization_id, id),
  foreign key (organization_id, key_id) references issuer_key (organization_id, id),
  check ((told is null) = (told_at is null))
);
create index wallet_delivery_credential on wallet_delivery (organization_id, credential_id, delivered_at);
call protect_tenant_table('wallet_delivery', 'person_id');
revoke update, delete on wallet_delivery from testamur_app;
grant update (told, told_at) on wallet_delivery to testamur_app;

-- Nonces are made without being kept; those that were used are, until they end.
create table wallet_nonce (
  organization_id uuid not null references organization (id),
  nonce_hash text not null,
  expires_at timestamptz not null,
  primary key (organization_id, nonce_hash)
);
call protect_tenant_table('wallet_nonce');
