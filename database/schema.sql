-- Made from database/migrations by "npm run fix". Do not edit.

set check_function_bodies = off;

CREATE OR REPLACE FUNCTION public.check_entry_balances()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select 1 from posting
    where organization_id = new.organization_id and entry_id = new.entry_id
    group by currency having sum(debit_minor) <> sum(credit_minor)
  ) then
    raise exception 'journal entry % does not balance', new.entry_id using errcode = 'check_violation';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_jobs(organization uuid, OUT waiting bigint, OUT failed bigint)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  select count(*) filter (where attempts < max_attempts and run_at <= now()),
         count(*) filter (where attempts >= max_attempts)
    into waiting, failed
    from graphile_worker._private_jobs
   where payload ->> 'organizationId' = organization::text;
end $function$;

CREATE OR REPLACE FUNCTION public.current_organization()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.organization'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.current_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.person'::text, true), ''::text))::uuid;

CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload json, run_at timestamp with time zone, job_key text, queue_name text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  perform graphile_worker.add_job(
    identifier => task, payload => payload, queue_name => queue_name, run_at => run_at, max_attempts => 12,
    job_key => job_key,
    job_key_mode => case
      when job_key is null then null
      when run_at is null and exists (
        select from graphile_worker._private_jobs j where j.key = job_key and j.run_at <= now()) then 'preserve_run_at'
      else 'replace' end);
end $function$;

CREATE OR REPLACE FUNCTION public.enqueue_jobs(task text, payloads json[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
begin
  if cardinality(payloads) = 0 then return; end if;
  perform graphile_worker.add_jobs(array(
    select row(task, payload, null, null, 12, null, null, null)::graphile_worker.job_spec
    from unnest(payloads) with ordinality as given (payload, place) order by place));
end $function$;

CREATE OR REPLACE PROCEDURE public.make_append_only(IN target regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('revoke update, delete, truncate on %s from testamur_app', target);
end $procedure$;

CREATE OR REPLACE PROCEDURE public.protect_tenant_table(IN target regclass, IN person_column name DEFAULT NULL::name)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant on %s using (organization_id = current_organization()) with check (organization_id = current_organization())',
    target);
  if person_column is not null then
    execute format('create policy own on %s for select using (%I = current_person())', target, person_column);
  end if;
  execute format('grant select, insert, update, delete on %s to testamur_app', target);
end $procedure$;

CREATE OR REPLACE FUNCTION public.refuse_to_unmark()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  frozen text;
begin
  if to_jsonb(old) -> tg_argv[0] = 'null'::jsonb then
    return new;
  end if;
  foreach frozen in array tg_argv loop
    if to_jsonb(old) -> frozen is distinct from to_jsonb(new) -> frozen then
      raise exception '%.% is set once and for all', tg_table_name, frozen using errcode = 'restrict_violation';
    end if;
  end loop;
  return new;
end
$function$;

create table account (
  id uuid not null,
  account_id text not null,
  provider_id text not null,
  person_id uuid not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_provider_id_account_id_key UNIQUE (provider_id, account_id)
);

create table attempt (
  organization_id uuid not null,
  id uuid not null,
  candidacy_id uuid not null,
  person_id uuid not null,
  assessment_id text not null,
  attempt integer not null,
  form_id uuid not null,
  begun_at timestamp with time zone not null,
  granted_ms bigint not null,
  ends_at timestamp with time zone not null,
  status text not null default 'working'::text,
  sealed_at timestamp with time zone,
  device_id uuid,
  last_seq integer not null default 0,
  last_saved_at timestamp with time zone,
  constraint attempt_pkey PRIMARY KEY (organization_id, id),
  constraint attempt_organization_id_candidacy_id_assessment_id_attempt__key UNIQUE (organization_id, candidacy_id, assessment_id, attempt, id),
  constraint attempt_granted_ms_check CHECK ((granted_ms > 0)),
  constraint attempt_status_check CHECK ((status = ANY (ARRAY['working'::text, 'sealed'::text, 'sealed-at-time'::text, 'canceled'::text])))
);

create table audit_checkpoint (
  organization_id uuid not null,
  seq bigint not null,
  hash text not null,
  at timestamp with time zone not null,
  verification_method text not null,
  signature text not null,
  constraint audit_checkpoint_pkey PRIMARY KEY (organization_id, seq)
);

create table audit_entry (
  organization_id uuid not null,
  seq bigint not null,
  at timestamp with time zone not null,
  actor_id uuid,
  action text not null,
  subject text not null,
  previous text not null,
  content text not null,
  hash text not null,
  constraint audit_entry_pkey PRIMARY KEY (organization_id, seq)
);

create table audit_head (
  organization_id uuid not null,
  seq bigint not null,
  hash text not null,
  constraint audit_head_pkey PRIMARY KEY (organization_id)
);

create table audit_personal (
  organization_id uuid not null,
  seq bigint not null,
  salt text not null,
  content jsonb not null,
  constraint audit_personal_pkey PRIMARY KEY (organization_id, seq)
);

create table candidacy (
  organization_id uuid not null,
  id uuid not null,
  number text not null,
  person_id uuid not null,
  program_id text not null,
  edition text not null,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  track text not null default ''::text,
  answers jsonb,
  constraint candidacy_pkey PRIMARY KEY (organization_id, id),
  constraint candidacy_organization_id_number_key UNIQUE (organization_id, number)
);

create table credential (
  organization_id uuid not null,
  id uuid not null,
  candidacy_id uuid not null,
  person_id uuid not null,
  number text not null,
  cycle integer not null,
  program_id text not null,
  edition text not null,
  holder_name text not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  issued_at timestamp with time zone not null,
  constraint credential_pkey PRIMARY KEY (organization_id, id),
  constraint credential_organization_id_candidacy_id_cycle_key UNIQUE (organization_id, candidacy_id, cycle),
  constraint credential_organization_id_number_key UNIQUE (organization_id, number),
  constraint credential_check CHECK ((valid_until > valid_from)),
  constraint credential_cycle_check CHECK ((cycle > 0))
);

create table credential_document (
  organization_id uuid not null,
  credential_id uuid not null,
  version integer not null,
  document text not null,
  sha256 text not null,
  key_id uuid not null,
  list_id uuid not null,
  index integer not null,
  signed_at timestamp with time zone not null,
  reissue_id uuid,
  constraint credential_document_pkey PRIMARY KEY (organization_id, credential_id, version),
  constraint credential_document_organization_id_list_id_index_key UNIQUE (organization_id, list_id, index),
  constraint credential_document_check CHECK (((version = 1) = (reissue_id IS NULL))),
  constraint credential_document_version_check CHECK ((version > 0))
);

create table credential_sending (
  organization_id uuid not null,
  id uuid not null,
  credential_id uuid not null,
  to_address text not null,
  sent_at timestamp with time zone not null,
  link_id uuid,
  constraint credential_sending_pkey PRIMARY KEY (organization_id, id),
  constraint credential_sending_to_address_check CHECK ((to_address = lower(to_address)))
);

create table draft (
  organization_id uuid not null,
  candidacy_id uuid not null,
  requirement text not null,
  claim jsonb not null,
  saved_at timestamp with time zone not null,
  constraint draft_pkey PRIMARY KEY (organization_id, candidacy_id, requirement)
);

create table edition_preview (
  organization_id uuid not null,
  id uuid not null,
  program_id text not null,
  edition text not null,
  yaml text not null,
  requested_at timestamp with time zone not null,
  requested_by uuid not null,
  state text not null,
  done integer not null default 0,
  total integer not null,
  affected integer not null default 0,
  counts jsonb not null default '{}'::jsonb,
  unread integer not null default 0,
  cursor uuid,
  constraint edition_preview_pkey PRIMARY KEY (organization_id, id),
  constraint edition_preview_affected_check CHECK ((affected >= 0)),
  constraint edition_preview_done_check CHECK ((done >= 0)),
  constraint edition_preview_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text]))),
  constraint edition_preview_total_check CHECK ((total >= 0)),
  constraint edition_preview_unread_check CHECK ((unread >= 0))
);

create table edition_preview_candidacy (
  organization_id uuid not null,
  preview_id uuid not null,
  candidacy_id uuid not null,
  effects text[] not null,
  differences jsonb not null,
  constraint edition_preview_candidacy_pkey PRIMARY KEY (organization_id, preview_id, candidacy_id)
);

create table evidence_file (
  organization_id uuid not null,
  id uuid not null,
  candidacy_id uuid not null,
  person_id uuid not null,
  name text not null,
  type text not null,
  bytes integer not null,
  sha256 text not null,
  storage_key text not null,
  uploaded_at timestamp with time zone not null,
  constraint evidence_file_pkey PRIMARY KEY (organization_id, id),
  constraint evidence_file_bytes_check CHECK ((bytes > 0)),
  constraint evidence_file_type_check CHECK ((type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text])))
);

create table examiner_assignment (
  organization_id uuid not null,
  id uuid not null,
  candidacy_id uuid not null,
  assessment_id text not null,
  attempt integer not null,
  examiner_id uuid not null,
  assigned_by uuid not null,
  assigned_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  constraint examiner_assignment_pkey PRIMARY KEY (organization_id, id),
  constraint examiner_assignment_organization_id_candidacy_id_assessment_key UNIQUE (organization_id, candidacy_id, assessment_id, attempt, examiner_id),
  constraint examiner_assignment_withdrawn CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
);

create table fact (
  organization_id uuid not null,
  candidacy_id uuid not null,
  id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  by_kind text not null,
  by_id uuid,
  edition text not null,
  data jsonb not null,
  recorded_at timestamp with time zone not null default now(),
  constraint fact_pkey PRIMARY KEY (organization_id, candidacy_id, id),
  constraint fact_by_kind_check CHECK ((by_kind = ANY (ARRAY['candidate'::text, 'staff'::text, 'examiner'::text, 'third-party'::text, 'system'::text])))
);

create table fact_once (
  organization_id uuid not null,
  candidacy_id uuid not null,
  key text not null,
  fact_id uuid not null,
  constraint fact_once_pkey PRIMARY KEY (organization_id, candidacy_id, key)
);

create table form (
  organization_id uuid not null,
  id uuid not null,
  program_id text not null,
  assessment_id text not null,
  edition text not null,
  name text not null,
  seed integer not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint form_pkey PRIMARY KEY (organization_id, id),
  constraint form_organization_id_program_id_assessment_id_name_key UNIQUE (organization_id, program_id, assessment_id, name)
);

create table form_item (
  organization_id uuid not null,
  form_id uuid not null,
  "position" smallint not null,
  item_id uuid not null,
  constraint form_item_pkey PRIMARY KEY (organization_id, form_id, "position"),
  constraint form_item_organization_id_form_id_item_id_key UNIQUE (organization_id, form_id, item_id),
  constraint form_item_position_check CHECK (("position" > 0))
);

create table form_wait (
  organization_id uuid not null,
  candidacy_id uuid not null,
  assessment_id text not null,
  attempt integer not null,
  since timestamp with time zone not null,
  constraint form_wait_pkey PRIMARY KEY (organization_id, candidacy_id, assessment_id),
  constraint form_wait_attempt_check CHECK ((attempt > 0))
);

create table idempotency (
  person_id uuid not null,
  key text not null,
  operation text not null,
  body_hash text not null,
  answer jsonb,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_pkey PRIMARY KEY (person_id, key),
  constraint idempotency_key_check CHECK (((length(key) >= 8) AND (length(key) <= 200)))
);

create table incident (
  organization_id uuid not null,
  id uuid not null,
  attempt_id uuid not null,
  kind text not null,
  note text not null,
  at timestamp with time zone not null,
  constraint incident_pkey PRIMARY KEY (organization_id, id)
);

create table invitation (
  organization_id uuid not null,
  id uuid not null,
  email text not null,
  roles text[] not null,
  token_hash text not null,
  invited_by uuid not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint invitation_pkey PRIMARY KEY (organization_id, id),
  constraint invitation_token_hash_key UNIQUE (token_hash),
  constraint invitation_roles_check CHECK ((cardinality(roles) > 0))
);

create table invoice (
  organization_id uuid not null,
  id uuid not null,
  number text not null,
  person_id uuid not null,
  reference text not null,
  context jsonb not null,
  payer_name text not null,
  lines jsonb not null,
  total_minor bigint not null,
  currency text not null,
  issued_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  state text not null default 'open'::text,
  voucher_purpose text,
  constraint invoice_pkey PRIMARY KEY (organization_id, id),
  constraint invoice_organization_id_number_key UNIQUE (organization_id, number),
  constraint invoice_organization_id_reference_key UNIQUE (organization_id, reference),
  constraint invoice_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint invoice_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text, 'void'::text, 'refunded'::text]))),
  constraint invoice_total_minor_check CHECK ((total_minor > 0))
);

create table issuance (
  organization_id uuid not null,
  credential_id uuid not null,
  candidacy_id uuid not null,
  person_id uuid not null,
  cycle integer not null,
  number text not null,
  program_id text not null,
  edition text not null,
  holder_name text not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  by_kind text not null,
  by_id uuid,
  list_id uuid not null,
  index integer not null,
  unsigned text not null,
  linted_at timestamp with time zone not null,
  prepared_at timestamp with time zone not null,
  proof_created timestamp with time zone not null,
  key_id uuid,
  signed text,
  signed_at timestamp with time zone,
  verified_at timestamp with time zone,
  published_at timestamp with time zone,
  abandoned_at timestamp with time zone,
  abandoned_because text,
  try_at timestamp with time zone not null,
  attempts integer not null default 0,
  trouble text,
  constraint issuance_pkey PRIMARY KEY (organization_id, credential_id),
  constraint issuance_check CHECK ((((signed IS NULL) = (signed_at IS NULL)) AND ((signed IS NULL) = (key_id IS NULL)))),
  constraint issuance_check1 CHECK (((verified_at IS NULL) OR (signed IS NOT NULL))),
  constraint issuance_check2 CHECK (((published_at IS NULL) OR (verified_at IS NOT NULL))),
  constraint issuance_check3 CHECK (((abandoned_at IS NULL) OR (published_at IS NULL))),
  constraint issuance_cycle_check CHECK ((cycle > 0))
);

create table issuer_key (
  organization_id uuid not null,
  id uuid not null,
  public_key_multibase text not null,
  provider_ref text not null,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  algorithm text not null,
  provider text not null,
  activates_at timestamp with time zone not null,
  compromised_at timestamp with time zone,
  constraint issuer_key_pkey PRIMARY KEY (organization_id, id),
  constraint issuer_key_public UNIQUE (organization_id, public_key_multibase),
  constraint issuer_key_algorithm_check CHECK ((algorithm = ANY (ARRAY['Ed25519'::text, 'P-256'::text]))),
  constraint issuer_key_provider_check CHECK ((provider = ANY (ARRAY['sealed'::text, 'pkcs11'::text, 'aws-kms'::text]))),
  constraint issuer_key_published_first CHECK ((activates_at >= created_at))
);

create table issuer_key_request (
  organization_id uuid not null,
  id uuid not null,
  kind text not null,
  key_id uuid not null,
  algorithm text not null,
  reason text not null,
  requested_by uuid not null,
  requested_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  confirmed boolean,
  constraint issuer_key_request_pkey PRIMARY KEY (organization_id, id),
  constraint issuer_key_request_algorithm_check CHECK ((algorithm = ANY (ARRAY['Ed25519'::text, 'P-256'::text]))),
  constraint issuer_key_request_check CHECK (((decided_by IS NULL) OR (decided_by <> requested_by))),
  constraint issuer_key_request_check1 CHECK ((((decided_by IS NULL) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (confirmed IS NULL)))),
  constraint issuer_key_request_kind_check CHECK ((kind = ANY (ARRAY['rotation'::text, 'compromise'::text])))
);

create table item (
  organization_id uuid not null,
  id uuid not null,
  program_id text not null,
  identifier text not null,
  version integer not null,
  title text not null,
  topic text not null,
  cognitive_level text not null,
  objective text not null,
  xml text not null,
  sha256 text not null,
  imported_at timestamp with time zone not null,
  constraint item_pkey PRIMARY KEY (organization_id, id),
  constraint item_organization_id_program_id_identifier_version_key UNIQUE (organization_id, program_id, identifier, version)
);

create table journal_entry (
  organization_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  description text not null,
  invoice_id uuid,
  constraint journal_entry_pkey PRIMARY KEY (organization_id, id)
);

create table locator (
  id uuid not null,
  kind text not null,
  organization_id uuid not null,
  person_id uuid,
  public_number text,
  constraint locator_pkey PRIMARY KEY (id),
  constraint locator_public_number_key UNIQUE (public_number)
);

create table mark_agreement (
  organization_id uuid not null,
  person_id uuid not null,
  program_id text not null,
  text_sha256 text not null,
  text text not null,
  edition text not null,
  credential_id uuid not null,
  signed_name text not null,
  agreed_at timestamp with time zone not null,
  constraint mark_agreement_pkey PRIMARY KEY (organization_id, person_id, program_id, text_sha256)
);

create table member_roll (
  organization_id uuid not null,
  payer_class text not null,
  member_number text not null,
  email text not null,
  valid_until date not null,
  imported_at timestamp with time zone not null,
  imported_by uuid,
  constraint member_roll_pkey PRIMARY KEY (organization_id, payer_class, member_number)
);

create table membership (
  organization_id uuid not null,
  person_id uuid not null,
  roles text[] not null,
  created_at timestamp with time zone not null default now(),
  constraint membership_pkey PRIMARY KEY (organization_id, person_id),
  constraint membership_roles_check CHECK (((cardinality(roles) > 0) AND (roles <@ ARRAY['program-manager'::text, 'reviewer'::text, 'examiner'::text, 'proctor'::text, 'finance'::text, 'psychometrician'::text, 'auditor'::text, 'administrator'::text])))
);

create table message (
  organization_id uuid not null,
  id uuid not null,
  person_id uuid,
  to_address text not null,
  template text not null,
  subject text not null,
  body text not null,
  occasion text not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  state text not null default 'waiting'::text,
  error text,
  constraint message_pkey PRIMARY KEY (organization_id, id),
  constraint message_organization_id_occasion_key UNIQUE (organization_id, occasion),
  constraint message_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'kept'::text, 'failed'::text])))
);

create table migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table organization (
  id uuid not null,
  slug text not null,
  name text not null,
  kind text not null,
  clock_offset_ms bigint not null default 0,
  created_at timestamp with time zone not null default now(),
  constraint organization_pkey PRIMARY KEY (id),
  constraint organization_slug_key UNIQUE (slug),
  constraint organization_check CHECK (((clock_offset_ms = 0) OR (kind = 'rehearsal'::text))),
  constraint organization_kind_check CHECK ((kind = ANY (ARRAY['platform'::text, 'live'::text, 'demonstration'::text, 'rehearsal'::text]))),
  constraint organization_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text))
);

create table passkey (
  id uuid not null,
  person_id uuid not null,
  name text,
  public_key text not null,
  credential_id text not null,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamp with time zone not null default now(),
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_credential_id_key UNIQUE (credential_id)
);

create table payment (
  organization_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  amount_minor bigint not null,
  currency text not null,
  method text not null,
  reference text not null,
  refund boolean not null default false,
  received_at timestamp with time zone not null,
  recorded_by uuid,
  voucher_id uuid,
  constraint payment_pkey PRIMARY KEY (organization_id, id),
  constraint payment_amount_minor_check CHECK ((amount_minor > 0)),
  constraint payment_voucher CHECK (((voucher_id IS NOT NULL) = (method = 'voucher'::text)))
);

create table payment_intent (
  organization_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  gateway text not null,
  amount_minor bigint not null,
  currency text not null,
  state text not null default 'begun'::text,
  created_at timestamp with time zone not null,
  constraint payment_intent_pkey PRIMARY KEY (organization_id, id),
  constraint payment_intent_amount_minor_check CHECK ((amount_minor > 0)),
  constraint payment_intent_state_check CHECK ((state = ANY (ARRAY['begun'::text, 'succeeded'::text, 'declined'::text])))
);

create table person (
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  password_is_long boolean not null default true,
  operator boolean not null default false,
  demonstration boolean not null default false,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint person_pkey PRIMARY KEY (id),
  constraint person_email_key UNIQUE (email)
);

create table portfolio_piece (
  organization_id uuid not null,
  id uuid not null,
  candidacy_id uuid not null,
  assessment_id text not null,
  attempt integer not null,
  "position" smallint not null,
  title text not null,
  reflection text not null,
  criteria text[] not null,
  file_id uuid not null,
  updated_at timestamp with time zone not null,
  constraint portfolio_piece_pkey PRIMARY KEY (organization_id, id),
  constraint portfolio_piece_organization_id_candidacy_id_assessment_id__key UNIQUE (organization_id, candidacy_id, assessment_id, attempt, "position")
);

create table posting (
  organization_id uuid not null,
  entry_id uuid not null,
  line smallint not null,
  account text not null,
  currency text not null,
  debit_minor bigint not null default 0,
  credit_minor bigint not null default 0,
  constraint posting_pkey PRIMARY KEY (organization_id, entry_id, line),
  constraint posting_check CHECK (((debit_minor = 0) <> (credit_minor = 0))),
  constraint posting_credit_minor_check CHECK ((credit_minor >= 0)),
  constraint posting_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint posting_debit_minor_check CHECK ((debit_minor >= 0))
);

create table practice_item (
  organization_id uuid not null,
  program_id text not null,
  identifier text not null,
  "position" smallint not null,
  topic text not null,
  xml text not null,
  imported_at timestamp with time zone not null,
  constraint practice_item_pkey PRIMARY KEY (organization_id, program_id, identifier),
  constraint practice_item_organization_id_program_id_position_key UNIQUE (organization_id, program_id, "position"),
  constraint practice_item_position_check CHECK (("position" > 0))
);

create table program_draft (
  organization_id uuid not null,
  program_id text not null,
  yaml text not null,
  revision integer not null,
  saved_at timestamp with time zone not null,
  saved_by uuid not null,
  constraint program_draft_pkey PRIMARY KEY (organization_id, program_id),
  constraint program_draft_revision_check CHECK ((revision > 0))
);

create table program_edition (
  organization_id uuid not null,
  program_id text not null,
  edition text not null,
  aliases text[] not null default '{}'::text[],
  yaml text not null,
  program jsonb not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  constraint program_edition_pkey PRIMARY KEY (organization_id, program_id, edition)
);

create table queue_entry (
  organization_id uuid not null,
  queue text not null,
  candidacy_id uuid not null,
  subject text not null default ''::text,
  waiting_since timestamp with time zone not null,
  constraint queue_entry_pkey PRIMARY KEY (organization_id, queue, candidacy_id, subject)
);

create table rating (
  organization_id uuid not null,
  id uuid not null,
  candidacy_id uuid not null,
  assessment_id text not null,
  attempt integer not null,
  examiner_id uuid not null,
  marks jsonb not null default '[]'::jsonb,
  asked_at timestamp with time zone not null,
  saved_at timestamp with time zone,
  submitted_at timestamp with time zone,
  held_on date,
  constraint rating_pkey PRIMARY KEY (organization_id, id),
  constraint rating_organization_id_candidacy_id_assessment_id_attempt_e_key UNIQUE (organization_id, candidacy_id, assessment_id, attempt, examiner_id)
);

create table register_entry (
  organization_id uuid not null,
  credential_id uuid not null,
  number text not null,
  holder_name text not null,
  words tsvector not null,
  title text not null,
  abbreviation text not null,
  state text not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone not null,
  postnominal text,
  constraint register_entry_pkey PRIMARY KEY (organization_id, credential_id),
  constraint register_entry_state_check CHECK ((state = ANY (ARRAY['active'::text, 'renewal-due'::text, 'in-grace'::text, 'suspended'::text])))
);

create table reissue (
  organization_id uuid not null,
  id uuid not null,
  key_id uuid not null,
  state text not null,
  requested_at timestamp with time zone not null,
  requested_by uuid,
  total integer not null,
  withdrawn integer not null default 0,
  done integer not null default 0,
  failed integer not null default 0,
  cursor uuid,
  worked_ms bigint not null default 0,
  changed_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  stopped_by uuid,
  trouble text,
  constraint reissue_pkey PRIMARY KEY (organization_id, id),
  constraint reissue_organization_id_key_id_key UNIQUE (organization_id, key_id),
  constraint reissue_check CHECK (((state = 'done'::text) = (finished_at IS NOT NULL))),
  constraint reissue_done_check CHECK ((done >= 0)),
  constraint reissue_failed_check CHECK ((failed >= 0)),
  constraint reissue_state_check CHECK ((state = ANY (ARRAY['running'::text, 'stopped'::text, 'done'::text]))),
  constraint reissue_total_check CHECK ((total >= 0)),
  constraint reissue_withdrawn_check CHECK ((withdrawn >= 0))
);

create table reissue_item (
  organization_id uuid not null,
  reissue_id uuid not null,
  credential_id uuid not null,
  list_id uuid not null,
  index integer not null,
  failure text,
  constraint reissue_item_pkey PRIMARY KEY (organization_id, reissue_id, credential_id)
);

create table renewal_audit_seed (
  organization_id uuid not null,
  seed text not null,
  made_at timestamp with time zone not null,
  constraint renewal_audit_seed_pkey PRIMARY KEY (organization_id)
);

create table renewal_draw (
  organization_id uuid not null,
  candidacy_id uuid not null,
  cycle integer not null,
  percent numeric(7,4) not null,
  drawn numeric(7,4) not null,
  audited boolean not null,
  drawn_at timestamp with time zone not null,
  constraint renewal_draw_pkey PRIMARY KEY (organization_id, candidacy_id, cycle),
  constraint renewal_draw_check CHECK ((audited = (drawn < percent))),
  constraint renewal_draw_cycle_check CHECK ((cycle > 1)),
  constraint renewal_draw_drawn_check CHECK (((drawn >= (0)::numeric) AND (drawn < (100)::numeric)))
);

create table response (
  organization_id uuid not null,
  attempt_id uuid not null,
  seq integer not null,
  item_id text not null,
  kind text not null,
  value jsonb not null,
  client_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  constraint response_pkey PRIMARY KEY (organization_id, attempt_id, seq),
  constraint response_kind_check CHECK ((kind = ANY (ARRAY['response'::text, 'flag'::text]))),
  constraint response_seq_check CHECK ((seq > 0))
);

create table result (
  organization_id uuid not null,
  id uuid not null,
  candidacy_id uuid not null,
  assessment_id text not null,
  attempt integer not null,
  source_id uuid,
  score numeric(8,3) not null,
  max_score numeric(8,3) not null,
  pass_mark numeric(8,3) not null,
  passed boolean not null,
  by_topic jsonb not null,
  comments jsonb not null default '[]'::jsonb,
  scored_at timestamp with time zone not null,
  released_at timestamp with time zone,
  released_by uuid,
  scaled_score numeric(8,3),
  constraint result_pkey PRIMARY KEY (organization_id, id),
  constraint result_organization_id_candidacy_id_assessment_id_attempt_key UNIQUE (organization_id, candidacy_id, assessment_id, attempt),
  constraint result_max_score_check CHECK ((max_score > (0)::numeric))
);

create table revocation_request (
  organization_id uuid not null,
  credential_id uuid not null,
  reason text not null,
  requested_by uuid not null,
  requested_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  confirmed boolean,
  constraint revocation_request_pkey PRIMARY KEY (organization_id, credential_id, requested_at),
  constraint revocation_request_check CHECK (((decided_by IS NULL) OR (decided_by <> requested_by)))
);

create table session (
  id uuid not null,
  token text not null,
  person_id uuid not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_token_key UNIQUE (token)
);

create table share_link (
  organization_id uuid not null,
  id uuid not null,
  credential_id uuid not null,
  token_hash text not null,
  label text not null,
  shows_number boolean not null,
  shows_history boolean not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  ended_at timestamp with time zone,
  opened integer not null default 0,
  constraint share_link_pkey PRIMARY KEY (organization_id, id),
  constraint share_link_organization_id_token_hash_key UNIQUE (organization_id, token_hash),
  constraint share_link_check CHECK ((expires_at > created_at)),
  constraint share_link_check1 CHECK ((ended_at >= created_at)),
  constraint share_link_opened_check CHECK ((opened >= 0))
);

create table sign_in_failure (
  email_hash text not null,
  at timestamp with time zone not null default now()
);

create table standing_cache (
  organization_id uuid not null,
  candidacy_id uuid not null,
  person_id uuid not null,
  status text not null,
  standing jsonb not null,
  next_change_at timestamp with time zone,
  updated_at timestamp with time zone not null,
  failures integer not null default 0,
  failing_since timestamp with time zone,
  failure text,
  constraint standing_cache_pkey PRIMARY KEY (organization_id, candidacy_id),
  constraint standing_cache_failing CHECK (((failures = 0) = ((failing_since IS NULL) AND (failure IS NULL)))),
  constraint standing_cache_failures_check CHECK ((failures >= 0))
);

create table statement_link (
  organization_id uuid not null,
  token_hash text not null,
  request_id uuid not null,
  created_at timestamp with time zone not null,
  constraint statement_link_pkey PRIMARY KEY (organization_id, token_hash)
);

create table statement_request (
  organization_id uuid not null,
  id uuid not null,
  candidacy_id uuid not null,
  requirement text not null,
  name text not null,
  email text not null,
  relation text,
  requested_at timestamp with time zone not null,
  mailed_at timestamp with time zone not null,
  released_at timestamp with time zone,
  given_at timestamp with time zone,
  signed_name text,
  answers jsonb,
  completed_on date,
  remark text,
  constraint statement_request_pkey PRIMARY KEY (organization_id, id),
  constraint statement_request_check CHECK (((given_at IS NULL) = (signed_name IS NULL))),
  constraint statement_request_email_check CHECK ((email = lower(email)))
);

create table status_entry (
  organization_id uuid not null,
  list_id uuid not null,
  index integer not null,
  credential_id uuid not null,
  raised boolean not null default false,
  withdrawn_by uuid,
  constraint status_entry_pkey PRIMARY KEY (organization_id, list_id, index),
  constraint status_entry_index_check CHECK ((index >= 0))
);

create table status_list (
  organization_id uuid not null,
  id uuid not null,
  purpose text not null,
  length integer not null,
  created_at timestamp with time zone not null,
  document jsonb,
  fresh_until timestamp with time zone,
  size integer not null default 1,
  messages jsonb,
  closed_at timestamp with time zone,
  revision bigint not null default 0,
  signed_revision bigint,
  changed_at timestamp with time zone,
  valid_until timestamp with time zone,
  constraint status_list_pkey PRIMARY KEY (organization_id, id),
  constraint status_list_length_check CHECK ((length >= 131072)),
  constraint status_list_messages CHECK (((purpose = 'message'::text) = (messages IS NOT NULL))),
  constraint status_list_purpose_check CHECK ((purpose = ANY (ARRAY['revocation'::text, 'suspension'::text, 'message'::text]))),
  constraint status_list_size_check CHECK ((size = ANY (ARRAY[1, 2, 4, 8])))
);

create table test_authorization (
  organization_id uuid not null,
  candidacy_id uuid not null,
  assessment_id text not null,
  attempt integer not null,
  number text not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  minutes integer not null,
  time_multiplier numeric(4,2) not null,
  created_at timestamp with time zone not null,
  constraint test_authorization_pkey PRIMARY KEY (organization_id, candidacy_id, assessment_id, attempt),
  constraint test_authorization_organization_id_number_key UNIQUE (organization_id, number),
  constraint test_authorization_attempt_check CHECK ((attempt > 0)),
  constraint test_authorization_check CHECK ((closes_at > opens_at)),
  constraint test_authorization_minutes_check CHECK ((minutes > 0)),
  constraint test_authorization_time_multiplier_check CHECK ((time_multiplier >= (1)::numeric))
);

create table two_factor (
  id uuid not null,
  person_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamp with time zone,
  constraint two_factor_pkey PRIMARY KEY (id)
);

create table verification (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint verification_pkey PRIMARY KEY (id)
);

create table voucher (
  organization_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  code_hash text not null,
  hint text not null,
  canceled_at timestamp with time zone,
  canceled_by uuid,
  constraint voucher_pkey PRIMARY KEY (organization_id, id),
  constraint voucher_organization_id_code_hash_key UNIQUE (organization_id, code_hash),
  constraint voucher_check CHECK (((canceled_at IS NULL) = (canceled_by IS NULL)))
);

create table voucher_batch (
  organization_id uuid not null,
  id uuid not null,
  program_id text not null,
  fee text not null,
  title text not null,
  percent numeric(7,4),
  amount_minor bigint,
  currency text not null,
  price_minor bigint not null,
  recipient text not null,
  expires_at timestamp with time zone not null,
  issued_at timestamp with time zone not null,
  issued_by uuid not null,
  constraint voucher_batch_pkey PRIMARY KEY (organization_id, id),
  constraint voucher_batch_amount_minor_check CHECK ((amount_minor > 0)),
  constraint voucher_batch_check CHECK (((percent IS NULL) <> (amount_minor IS NULL))),
  constraint voucher_batch_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint voucher_batch_percent_check CHECK (((percent > (0)::numeric) AND (percent <= (100)::numeric))),
  constraint voucher_batch_price_minor_check CHECK ((price_minor >= 0))
);

create table voucher_use (
  organization_id uuid not null,
  voucher_id uuid not null,
  invoice_id uuid not null,
  payment_id uuid not null,
  constraint voucher_use_pkey PRIMARY KEY (organization_id, voucher_id)
);

create table wallet_delivery (
  organization_id uuid not null,
  id uuid not null,
  offer_id uuid not null,
  credential_id uuid not null,
  person_id uuid not null,
  format text not null,
  key_thumbprint text not null,
  key_id uuid not null,
  sha256 text not null,
  delivered_at timestamp with time zone not null,
  told text,
  told_at timestamp with time zone,
  constraint wallet_delivery_pkey PRIMARY KEY (organization_id, id),
  constraint wallet_delivery_organization_id_offer_id_key_thumbprint_key UNIQUE (organization_id, offer_id, key_thumbprint),
  constraint wallet_delivery_check CHECK (((told IS NULL) = (told_at IS NULL))),
  constraint wallet_delivery_format_check CHECK ((format = ANY (ARRAY['dc+sd-jwt'::text, 'ldp_vc'::text, 'jwt_vc_json'::text]))),
  constraint wallet_delivery_told_check CHECK ((told = ANY (ARRAY['credential_accepted'::text, 'credential_failure'::text, 'credential_deleted'::text])))
);

create table wallet_nonce (
  organization_id uuid not null,
  nonce_hash text not null,
  expires_at timestamp with time zone not null,
  constraint wallet_nonce_pkey PRIMARY KEY (organization_id, nonce_hash)
);

create table wallet_offer (
  organization_id uuid not null,
  id uuid not null,
  credential_id uuid not null,
  person_id uuid not null,
  format text not null,
  reference_hash text not null,
  code_hash text not null,
  tx_code_hash text not null,
  tries integer not null default 0,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  redeemed_at timestamp with time zone,
  token_hash text,
  token_expires_at timestamp with time zone,
  dpop_thumbprint text,
  delivered_at timestamp with time zone,
  constraint wallet_offer_pkey PRIMARY KEY (organization_id, id),
  constraint wallet_offer_organization_id_code_hash_key UNIQUE (organization_id, code_hash),
  constraint wallet_offer_organization_id_reference_hash_key UNIQUE (organization_id, reference_hash),
  constraint wallet_offer_organization_id_token_hash_key UNIQUE (organization_id, token_hash),
  constraint wallet_offer_check CHECK ((expires_at > created_at)),
  constraint wallet_offer_check1 CHECK ((((redeemed_at IS NULL) = (token_hash IS NULL)) AND ((token_hash IS NULL) = (token_expires_at IS NULL)))),
  constraint wallet_offer_check2 CHECK (((delivered_at IS NULL) OR (redeemed_at IS NOT NULL))),
  constraint wallet_offer_format_check CHECK ((format = ANY (ARRAY['dc+sd-jwt'::text, 'ldp_vc'::text, 'jwt_vc_json'::text]))),
  constraint wallet_offer_tries_check CHECK (((tries >= 0) AND (tries <= 5)))
);

create table work_claim (
  organization_id uuid not null,
  candidacy_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  constraint work_claim_pkey PRIMARY KEY (organization_id, candidacy_id)
);

alter table account add constraint account_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table attempt add constraint attempt_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table attempt add constraint attempt_organization_id_form_id_fkey FOREIGN KEY (organization_id, form_id) REFERENCES form(organization_id, id);
alter table attempt add constraint attempt_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table audit_checkpoint add constraint audit_checkpoint_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table audit_entry add constraint audit_entry_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table audit_head add constraint audit_head_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table audit_personal add constraint audit_personal_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table candidacy add constraint candidacy_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table candidacy add constraint candidacy_organization_id_program_id_edition_fkey FOREIGN KEY (organization_id, program_id, edition) REFERENCES program_edition(organization_id, program_id, edition);
alter table candidacy add constraint candidacy_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table credential add constraint credential_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table credential add constraint credential_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table credential add constraint credential_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table credential_document add constraint credential_document_organization_id_credential_id_fkey FOREIGN KEY (organization_id, credential_id) REFERENCES credential(organization_id, id);
alter table credential_document add constraint credential_document_organization_id_key_id_fkey FOREIGN KEY (organization_id, key_id) REFERENCES issuer_key(organization_id, id);
alter table credential_document add constraint credential_document_organization_id_list_id_index_fkey FOREIGN KEY (organization_id, list_id, index) REFERENCES status_entry(organization_id, list_id, index);
alter table credential_document add constraint credential_document_organization_id_reissue_id_fkey FOREIGN KEY (organization_id, reissue_id) REFERENCES reissue(organization_id, id);
alter table credential_sending add constraint credential_sending_organization_id_credential_id_fkey FOREIGN KEY (organization_id, credential_id) REFERENCES credential(organization_id, id);
alter table credential_sending add constraint credential_sending_organization_id_link_id_fkey FOREIGN KEY (organization_id, link_id) REFERENCES share_link(organization_id, id);
alter table draft add constraint draft_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table edition_preview add constraint edition_preview_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table edition_preview add constraint edition_preview_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES person(id);
alter table edition_preview_candidacy add constraint edition_preview_candidacy_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table edition_preview_candidacy add constraint edition_preview_candidacy_organization_id_preview_id_fkey FOREIGN KEY (organization_id, preview_id) REFERENCES edition_preview(organization_id, id) ON DELETE CASCADE;
alter table evidence_file add constraint evidence_file_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table examiner_assignment add constraint examiner_assignment_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES person(id);
alter table examiner_assignment add constraint examiner_assignment_examiner_id_fkey FOREIGN KEY (examiner_id) REFERENCES person(id);
alter table examiner_assignment add constraint examiner_assignment_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table examiner_assignment add constraint examiner_assignment_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id);
alter table fact add constraint fact_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table form add constraint form_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table form add constraint form_published_by_fkey FOREIGN KEY (published_by) REFERENCES person(id);
alter table form_item add constraint form_item_organization_id_form_id_fkey FOREIGN KEY (organization_id, form_id) REFERENCES form(organization_id, id);
alter table form_item add constraint form_item_organization_id_item_id_fkey FOREIGN KEY (organization_id, item_id) REFERENCES item(organization_id, id);
alter table form_wait add constraint form_wait_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table incident add constraint incident_organization_id_attempt_id_fkey FOREIGN KEY (organization_id, attempt_id) REFERENCES attempt(organization_id, id);
alter table invitation add constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES person(id);
alter table invitation add constraint invitation_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table invoice add constraint invoice_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table invoice add constraint invoice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table issuance add constraint issuance_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table issuance add constraint issuance_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table issuance add constraint issuance_organization_id_list_id_index_fkey FOREIGN KEY (organization_id, list_id, index) REFERENCES status_entry(organization_id, list_id, index);
alter table issuance add constraint issuance_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table issuer_key add constraint issuer_key_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table issuer_key_request add constraint issuer_key_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);
alter table issuer_key_request add constraint issuer_key_request_organization_id_key_id_fkey FOREIGN KEY (organization_id, key_id) REFERENCES issuer_key(organization_id, id);
alter table issuer_key_request add constraint issuer_key_request_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES person(id);
alter table item add constraint item_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table journal_entry add constraint journal_entry_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table locator add constraint locator_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table mark_agreement add constraint mark_agreement_organization_id_credential_id_fkey FOREIGN KEY (organization_id, credential_id) REFERENCES credential(organization_id, id);
alter table mark_agreement add constraint mark_agreement_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table member_roll add constraint member_roll_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES person(id);
alter table member_roll add constraint member_roll_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table membership add constraint membership_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table membership add constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table message add constraint message_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table message add constraint message_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table passkey add constraint passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table payment add constraint payment_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES invoice(organization_id, id);
alter table payment add constraint payment_organization_id_voucher_id_fkey FOREIGN KEY (organization_id, voucher_id) REFERENCES voucher(organization_id, id);
alter table payment_intent add constraint payment_intent_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES invoice(organization_id, id);
alter table portfolio_piece add constraint portfolio_piece_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table portfolio_piece add constraint portfolio_piece_organization_id_file_id_fkey FOREIGN KEY (organization_id, file_id) REFERENCES evidence_file(organization_id, id);
alter table posting add constraint posting_organization_id_entry_id_fkey FOREIGN KEY (organization_id, entry_id) REFERENCES journal_entry(organization_id, id);
alter table practice_item add constraint practice_item_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table program_draft add constraint program_draft_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table program_draft add constraint program_draft_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES person(id);
alter table program_edition add constraint program_edition_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table program_edition add constraint program_edition_published_by_fkey FOREIGN KEY (published_by) REFERENCES person(id);
alter table queue_entry add constraint queue_entry_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table rating add constraint rating_examiner_id_fkey FOREIGN KEY (examiner_id) REFERENCES person(id);
alter table rating add constraint rating_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table register_entry add constraint register_entry_organization_id_credential_id_fkey FOREIGN KEY (organization_id, credential_id) REFERENCES credential(organization_id, id);
alter table reissue add constraint reissue_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table reissue add constraint reissue_organization_id_key_id_fkey FOREIGN KEY (organization_id, key_id) REFERENCES issuer_key(organization_id, id);
alter table reissue add constraint reissue_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES person(id);
alter table reissue add constraint reissue_stopped_by_fkey FOREIGN KEY (stopped_by) REFERENCES person(id);
alter table reissue_item add constraint reissue_item_organization_id_credential_id_fkey FOREIGN KEY (organization_id, credential_id) REFERENCES credential(organization_id, id);
alter table reissue_item add constraint reissue_item_organization_id_list_id_index_fkey FOREIGN KEY (organization_id, list_id, index) REFERENCES status_entry(organization_id, list_id, index);
alter table reissue_item add constraint reissue_item_organization_id_reissue_id_fkey FOREIGN KEY (organization_id, reissue_id) REFERENCES reissue(organization_id, id);
alter table renewal_audit_seed add constraint renewal_audit_seed_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table renewal_draw add constraint renewal_draw_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table result add constraint result_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table result add constraint result_released_by_fkey FOREIGN KEY (released_by) REFERENCES person(id);
alter table revocation_request add constraint revocation_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id);
alter table revocation_request add constraint revocation_request_organization_id_credential_id_fkey FOREIGN KEY (organization_id, credential_id) REFERENCES credential(organization_id, id);
alter table revocation_request add constraint revocation_request_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES person(id);
alter table session add constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table share_link add constraint share_link_organization_id_credential_id_fkey FOREIGN KEY (organization_id, credential_id) REFERENCES credential(organization_id, id);
alter table standing_cache add constraint standing_cache_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table statement_link add constraint statement_link_organization_id_request_id_fkey FOREIGN KEY (organization_id, request_id) REFERENCES statement_request(organization_id, id);
alter table statement_request add constraint statement_request_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table status_entry add constraint status_entry_organization_id_list_id_fkey FOREIGN KEY (organization_id, list_id) REFERENCES status_list(organization_id, id);
alter table status_entry add constraint status_entry_organization_id_withdrawn_by_fkey FOREIGN KEY (organization_id, withdrawn_by) REFERENCES reissue(organization_id, id);
alter table status_list add constraint status_list_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table test_authorization add constraint test_authorization_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table two_factor add constraint two_factor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE;
alter table voucher add constraint voucher_canceled_by_fkey FOREIGN KEY (canceled_by) REFERENCES person(id);
alter table voucher add constraint voucher_organization_id_batch_id_fkey FOREIGN KEY (organization_id, batch_id) REFERENCES voucher_batch(organization_id, id);
alter table voucher_batch add constraint voucher_batch_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES person(id);
alter table voucher_batch add constraint voucher_batch_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table voucher_use add constraint voucher_use_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES invoice(organization_id, id);
alter table voucher_use add constraint voucher_use_organization_id_payment_id_fkey FOREIGN KEY (organization_id, payment_id) REFERENCES payment(organization_id, id);
alter table voucher_use add constraint voucher_use_organization_id_voucher_id_fkey FOREIGN KEY (organization_id, voucher_id) REFERENCES voucher(organization_id, id);
alter table wallet_delivery add constraint wallet_delivery_organization_id_credential_id_fkey FOREIGN KEY (organization_id, credential_id) REFERENCES credential(organization_id, id);
alter table wallet_delivery add constraint wallet_delivery_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table wallet_delivery add constraint wallet_delivery_organization_id_key_id_fkey FOREIGN KEY (organization_id, key_id) REFERENCES issuer_key(organization_id, id);
alter table wallet_delivery add constraint wallet_delivery_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table wallet_nonce add constraint wallet_nonce_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table wallet_offer add constraint wallet_offer_organization_id_credential_id_fkey FOREIGN KEY (organization_id, credential_id) REFERENCES credential(organization_id, id);
alter table wallet_offer add constraint wallet_offer_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(id);
alter table wallet_offer add constraint wallet_offer_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);
alter table work_claim add constraint work_claim_organization_id_candidacy_id_fkey FOREIGN KEY (organization_id, candidacy_id) REFERENCES candidacy(organization_id, id);
alter table work_claim add constraint work_claim_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id);

CREATE INDEX account_person ON public.account USING btree (person_id);
CREATE INDEX attempt_due ON public.attempt USING btree (organization_id, ends_at) WHERE (status = 'working'::text);
CREATE UNIQUE INDEX attempt_once ON public.attempt USING btree (organization_id, candidacy_id, assessment_id, attempt) WHERE (status <> 'canceled'::text);
CREATE INDEX audit_entry_action ON public.audit_entry USING btree (organization_id, action);
CREATE INDEX audit_entry_subject ON public.audit_entry USING btree (organization_id, subject);
CREATE UNIQUE INDEX candidacy_under_way ON public.candidacy USING btree (organization_id, person_id, program_id, track) WHERE (closed_at IS NULL);
CREATE INDEX credential_document_key ON public.credential_document USING btree (organization_id, key_id, credential_id);
CREATE UNIQUE INDEX credential_document_reissue ON public.credential_document USING btree (organization_id, reissue_id, credential_id) WHERE (reissue_id IS NOT NULL);
CREATE INDEX credential_sending_credential ON public.credential_sending USING btree (organization_id, credential_id, sent_at);
CREATE INDEX edition_preview_requested ON public.edition_preview USING btree (organization_id, requested_at);
CREATE INDEX evidence_file_candidacy ON public.evidence_file USING btree (organization_id, candidacy_id);
CREATE INDEX idempotency_created ON public.idempotency USING btree (created_at);
CREATE INDEX incident_attempt ON public.incident USING btree (organization_id, attempt_id);
CREATE INDEX invoice_state ON public.invoice USING btree (organization_id, state, due_at);
CREATE UNIQUE INDEX issuance_cycle ON public.issuance USING btree (organization_id, candidacy_id, cycle) WHERE (abandoned_at IS NULL);
CREATE INDEX issuance_open ON public.issuance USING btree (organization_id, try_at) WHERE ((published_at IS NULL) AND (abandoned_at IS NULL));
CREATE UNIQUE INDEX issuer_key_current ON public.issuer_key USING btree (organization_id) WHERE (retired_at IS NULL);
CREATE UNIQUE INDEX issuer_key_request_compromise ON public.issuer_key_request USING btree (organization_id, key_id) WHERE ((kind = 'compromise'::text) AND (decided_at IS NULL));
CREATE INDEX issuer_key_request_key ON public.issuer_key_request USING btree (organization_id, key_id);
CREATE UNIQUE INDEX issuer_key_request_rotation ON public.issuer_key_request USING btree (organization_id) WHERE ((kind = 'rotation'::text) AND (decided_at IS NULL));
CREATE INDEX item_topic ON public.item USING btree (organization_id, program_id, topic);
CREATE INDEX locator_person ON public.locator USING btree (person_id, kind) WHERE (person_id IS NOT NULL);
CREATE INDEX membership_person ON public.membership USING btree (person_id);
CREATE INDEX message_created ON public.message USING btree (organization_id, created_at DESC);
CREATE INDEX message_person ON public.message USING btree (person_id, created_at DESC);
CREATE INDEX passkey_person ON public.passkey USING btree (person_id);
CREATE INDEX payment_invoice ON public.payment USING btree (organization_id, invoice_id);
CREATE INDEX queue_entry_oldest ON public.queue_entry USING btree (organization_id, queue, waiting_since);
CREATE INDEX rating_examiner ON public.rating USING btree (organization_id, examiner_id, submitted_at);
CREATE UNIQUE INDEX register_entry_number ON public.register_entry USING btree (number);
CREATE INDEX register_entry_words ON public.register_entry USING gin (words);
CREATE INDEX renewal_draw_time ON public.renewal_draw USING btree (organization_id, drawn_at);
CREATE INDEX result_waiting ON public.result USING btree (organization_id, scored_at) WHERE (released_at IS NULL);
CREATE UNIQUE INDEX revocation_request_open ON public.revocation_request USING btree (organization_id, credential_id) WHERE (decided_at IS NULL);
CREATE INDEX session_person ON public.session USING btree (person_id);
CREATE INDEX share_link_credential ON public.share_link USING btree (organization_id, credential_id, created_at);
CREATE INDEX sign_in_failure_email ON public.sign_in_failure USING btree (email_hash, at);
CREATE INDEX standing_cache_change ON public.standing_cache USING btree (organization_id, next_change_at) WHERE (next_change_at IS NOT NULL);
CREATE INDEX standing_cache_failures ON public.standing_cache USING btree (organization_id, failing_since) WHERE (failures > 0);
CREATE UNIQUE INDEX statement_request_address ON public.statement_request USING btree (organization_id, candidacy_id, requirement, email) WHERE (released_at IS NULL);
CREATE INDEX statement_request_candidacy ON public.statement_request USING btree (organization_id, candidacy_id, requested_at);
CREATE INDEX status_entry_credential ON public.status_entry USING btree (organization_id, credential_id);
CREATE INDEX status_entry_set ON public.status_entry USING btree (organization_id, list_id) WHERE (raised OR (withdrawn_by IS NOT NULL));
CREATE UNIQUE INDEX status_list_open ON public.status_list USING btree (organization_id, purpose) WHERE (closed_at IS NULL);
CREATE INDEX two_factor_person ON public.two_factor USING btree (person_id);
CREATE INDEX verification_identifier ON public.verification USING btree (identifier);
CREATE INDEX voucher_of_batch ON public.voucher USING btree (organization_id, batch_id);
CREATE INDEX voucher_use_invoice ON public.voucher_use USING btree (organization_id, invoice_id);
CREATE INDEX wallet_delivery_credential ON public.wallet_delivery USING btree (organization_id, credential_id, delivered_at);
CREATE INDEX wallet_offer_credential ON public.wallet_offer USING btree (organization_id, credential_id, created_at);
CREATE UNIQUE INDEX wallet_offer_open ON public.wallet_offer USING btree (organization_id, credential_id) WHERE ((ended_at IS NULL) AND (redeemed_at IS NULL));

CREATE TRIGGER issuer_key_withdrawn BEFORE UPDATE ON public.issuer_key FOR EACH ROW EXECUTE FUNCTION refuse_to_unmark('compromised_at');
CREATE TRIGGER issuer_key_request_answered BEFORE UPDATE ON public.issuer_key_request FOR EACH ROW EXECUTE FUNCTION refuse_to_unmark('decided_at', 'decided_by', 'confirmed');
CREATE CONSTRAINT TRIGGER posting_balances AFTER INSERT ON public.posting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_entry_balances();
CREATE TRIGGER status_entry_withdrawn BEFORE UPDATE ON public.status_entry FOR EACH ROW EXECUTE FUNCTION refuse_to_unmark('withdrawn_by');

comment on column issuer_key.provider_ref is 'Where the provider finds the private key: the sealed key itself, a PKCS#11 URI, the name of a key in a cloud';
comment on column issuer_key.retired_at is 'Signs until then, and stays published; set beforehand when a key follows';

alter table attempt enable row level security;
alter table attempt force row level security;
alter table audit_checkpoint enable row level security;
alter table audit_checkpoint force row level security;
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
alter table audit_head enable row level security;
alter table audit_head force row level security;
alter table audit_personal enable row level security;
alter table audit_personal force row level security;
alter table candidacy enable row level security;
alter table candidacy force row level security;
alter table credential enable row level security;
alter table credential force row level security;
alter table credential_document enable row level security;
alter table credential_document force row level security;
alter table credential_sending enable row level security;
alter table credential_sending force row level security;
alter table draft enable row level security;
alter table draft force row level security;
alter table edition_preview enable row level security;
alter table edition_preview force row level security;
alter table edition_preview_candidacy enable row level security;
alter table edition_preview_candidacy force row level security;
alter table evidence_file enable row level security;
alter table evidence_file force row level security;
alter table examiner_assignment enable row level security;
alter table examiner_assignment force row level security;
alter table fact enable row level security;
alter table fact force row level security;
alter table fact_once enable row level security;
alter table fact_once force row level security;
alter table form enable row level security;
alter table form force row level security;
alter table form_item enable row level security;
alter table form_item force row level security;
alter table form_wait enable row level security;
alter table form_wait force row level security;
alter table incident enable row level security;
alter table incident force row level security;
alter table invitation enable row level security;
alter table invitation force row level security;
alter table invoice enable row level security;
alter table invoice force row level security;
alter table issuance enable row level security;
alter table issuance force row level security;
alter table issuer_key enable row level security;
alter table issuer_key force row level security;
alter table issuer_key_request enable row level security;
alter table issuer_key_request force row level security;
alter table item enable row level security;
alter table item force row level security;
alter table journal_entry enable row level security;
alter table journal_entry force row level security;
alter table mark_agreement enable row level security;
alter table mark_agreement force row level security;
alter table member_roll enable row level security;
alter table member_roll force row level security;
alter table membership enable row level security;
alter table membership force row level security;
alter table message enable row level security;
alter table message force row level security;
alter table payment enable row level security;
alter table payment force row level security;
alter table payment_intent enable row level security;
alter table payment_intent force row level security;
alter table portfolio_piece enable row level security;
alter table portfolio_piece force row level security;
alter table posting enable row level security;
alter table posting force row level security;
alter table practice_item enable row level security;
alter table practice_item force row level security;
alter table program_draft enable row level security;
alter table program_draft force row level security;
alter table program_edition enable row level security;
alter table program_edition force row level security;
alter table queue_entry enable row level security;
alter table queue_entry force row level security;
alter table rating enable row level security;
alter table rating force row level security;
alter table register_entry enable row level security;
alter table register_entry force row level security;
alter table reissue enable row level security;
alter table reissue force row level security;
alter table reissue_item enable row level security;
alter table reissue_item force row level security;
alter table renewal_audit_seed enable row level security;
alter table renewal_audit_seed force row level security;
alter table renewal_draw enable row level security;
alter table renewal_draw force row level security;
alter table response enable row level security;
alter table response force row level security;
alter table result enable row level security;
alter table result force row level security;
alter table revocation_request enable row level security;
alter table revocation_request force row level security;
alter table share_link enable row level security;
alter table share_link force row level security;
alter table standing_cache enable row level security;
alter table standing_cache force row level security;
alter table statement_link enable row level security;
alter table statement_link force row level security;
alter table statement_request enable row level security;
alter table statement_request force row level security;
alter table status_entry enable row level security;
alter table status_entry force row level security;
alter table status_list enable row level security;
alter table status_list force row level security;
alter table test_authorization enable row level security;
alter table test_authorization force row level security;
alter table voucher enable row level security;
alter table voucher force row level security;
alter table voucher_batch enable row level security;
alter table voucher_batch force row level security;
alter table voucher_use enable row level security;
alter table voucher_use force row level security;
alter table wallet_delivery enable row level security;
alter table wallet_delivery force row level security;
alter table wallet_nonce enable row level security;
alter table wallet_nonce force row level security;
alter table wallet_offer enable row level security;
alter table wallet_offer force row level security;
alter table work_claim enable row level security;
alter table work_claim force row level security;

create policy own on attempt for select using ((person_id = current_person()));
create policy tenant on attempt using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on audit_checkpoint using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on audit_entry using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on audit_head using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on audit_personal using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy own on candidacy for select using ((person_id = current_person()));
create policy tenant on candidacy using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy own on credential for select using ((person_id = current_person()));
create policy tenant on credential using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on credential_document using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on credential_sending using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on draft using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on edition_preview using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on edition_preview_candidacy using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on evidence_file using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on examiner_assignment using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on fact using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on fact_once using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on form using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on form_item using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on form_wait using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on incident using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on invitation using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy own on invoice for select using ((person_id = current_person()));
create policy tenant on invoice using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on issuance using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on issuer_key using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on issuer_key_request using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on item using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on journal_entry using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy own on mark_agreement for select using ((person_id = current_person()));
create policy tenant on mark_agreement using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on member_roll using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy own on membership for select using ((person_id = current_person()));
create policy tenant on membership using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy own on message for select using ((person_id = current_person()));
create policy tenant on message using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on payment using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on payment_intent using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on portfolio_piece using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on posting using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy public_reading on practice_item for select using (true);
create policy tenant on practice_item using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on program_draft using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy public_reading on program_edition for select using (true);
create policy tenant on program_edition using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on queue_entry using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on rating using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy public_reading on register_entry for select using (true);
create policy tenant on register_entry using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on reissue using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on reissue_item using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on renewal_audit_seed using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on renewal_draw using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on response using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on result using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on revocation_request using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on share_link using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy own on standing_cache for select using ((person_id = current_person()));
create policy tenant on standing_cache using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on statement_link using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on statement_request using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on status_entry using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on status_list using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on test_authorization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on voucher using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on voucher_batch using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on voucher_use using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy own on wallet_delivery for select using ((person_id = current_person()));
create policy tenant on wallet_delivery using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on wallet_nonce using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on wallet_offer using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
create policy tenant on work_claim using ((organization_id = current_organization())) with check ((organization_id = current_organization()));

revoke execute on routine count_jobs(uuid) from public;
grant execute on routine count_jobs(uuid) to testamur_app;
revoke execute on routine enqueue_job(text,json,timestamp with time zone,text,text) from public;
grant execute on routine enqueue_job(text,json,timestamp with time zone,text,text) to testamur_app;
revoke execute on routine enqueue_jobs(text,json[]) from public;
grant execute on routine enqueue_jobs(text,json[]) to testamur_app;

grant delete, insert, select, update on account to testamur_app;
grant delete, insert, select, update on attempt to testamur_app;
grant insert, select on audit_checkpoint to testamur_app;
grant insert, select on audit_entry to testamur_app;
grant delete, insert, select, update on audit_head to testamur_app;
grant delete, insert, select on audit_personal to testamur_app;
grant delete, insert, select, update on candidacy to testamur_app;
grant insert, select on credential to testamur_app;
grant insert, select on credential_document to testamur_app;
grant insert, select on credential_sending to testamur_app;
grant delete, insert, select, update on draft to testamur_app;
grant delete, insert, select, update on edition_preview to testamur_app;
grant delete, insert, select, update on edition_preview_candidacy to testamur_app;
grant delete, insert, select, update on evidence_file to testamur_app;
grant delete, insert, select, update on examiner_assignment to testamur_app;
grant insert, select on fact to testamur_app;
grant insert, select on fact_once to testamur_app;
grant insert, select on form to testamur_app;
grant insert, select on form_item to testamur_app;
grant delete, insert, select, update on form_wait to testamur_app;
grant delete, insert, select, update on idempotency to testamur_app;
grant insert, select on incident to testamur_app;
grant delete, insert, select, update on invitation to testamur_app;
grant delete, insert, select, update on invoice to testamur_app;
grant insert, select on issuance to testamur_app;
grant insert, select on issuer_key to testamur_app;
grant insert, select on issuer_key_request to testamur_app;
grant insert, select on item to testamur_app;
grant insert, select on journal_entry to testamur_app;
grant insert, select on locator to testamur_app;
grant insert, select on mark_agreement to testamur_app;
grant delete, insert, select, update on member_roll to testamur_app;
grant delete, insert, select, update on membership to testamur_app;
grant delete, insert, select, update on message to testamur_app;
grant insert, select, update on organization to testamur_app;
grant delete, insert, select, update on passkey to testamur_app;
grant insert, select on payment to testamur_app;
grant delete, insert, select, update on payment_intent to testamur_app;
grant delete, insert, select, update on person to testamur_app;
grant delete, insert, select, update on portfolio_piece to testamur_app;
grant insert, select on posting to testamur_app;
grant delete, insert, select, update on practice_item to testamur_app;
grant delete, insert, select, update on program_draft to testamur_app;
grant insert, select on program_edition to testamur_app;
grant delete, insert, select, update on queue_entry to testamur_app;
grant delete, insert, select, update on rating to testamur_app;
grant delete, insert, select, update on register_entry to testamur_app;
grant delete, insert, select, update on reissue to testamur_app;
grant delete, insert, select, update on reissue_item to testamur_app;
grant insert, select on renewal_audit_seed to testamur_app;
grant insert, select on renewal_draw to testamur_app;
grant insert, select on response to testamur_app;
grant delete, insert, select, update on result to testamur_app;
grant delete, insert, select, update on revocation_request to testamur_app;
grant delete, insert, select, update on session to testamur_app;
grant insert, select on share_link to testamur_app;
grant delete, insert, select, update on sign_in_failure to testamur_app;
grant delete, insert, select, update on standing_cache to testamur_app;
grant delete, insert, select, update on statement_link to testamur_app;
grant delete, insert, select, update on statement_request to testamur_app;
grant delete, insert, select, update on status_entry to testamur_app;
grant delete, insert, select, update on status_list to testamur_app;
grant delete, insert, select, update on test_authorization to testamur_app;
grant delete, insert, select, update on two_factor to testamur_app;
grant delete, insert, select, update on verification to testamur_app;
grant delete, insert, select, update on voucher to testamur_app;
grant insert, select on voucher_batch to testamur_app;
grant delete, insert, select, update on voucher_use to testamur_app;
grant insert, select on wallet_delivery to testamur_app;
grant delete, insert, select, update on wallet_nonce to testamur_app;
grant delete, insert, select, update on wallet_offer to testamur_app;
grant delete, insert, select, update on work_claim to testamur_app;

grant update (abandoned_at, abandoned_because, attempts, key_id, published_at, signed, signed_at, trouble, try_at, verified_at) on issuance to testamur_app;
grant update (activates_at, compromised_at, retired_at) on issuer_key to testamur_app;
grant update (confirmed, decided_at, decided_by) on issuer_key_request to testamur_app;
grant update (ended_at, opened) on share_link to testamur_app;
grant update (told, told_at) on wallet_delivery to testamur_app;
