import type { ClientBase } from 'pg';

/** Tables that name an organization and yet belong to none, with the reason. */
const NOT_TENANT: Readonly<Record<string, string>> = {
  locator: 'tells which organization an id belongs to, before a tenant is known; it holds no personal data',
};

/** What is only ever added to. Their UPDATE, DELETE and TRUNCATE are refused to the app whatever its code says. */
export const APPEND_ONLY = [
  'audit_checkpoint',
  'audit_entry',
  'credential',
  'credential_document',
  'fact',
  'fact_once',
  'form',
  'form_item',
  'incident',
  'item',
  'journal_entry',
  'payment',
  'posting',
  'program_edition',
  'renewal_audit_seed',
  'renewal_draw',
  'response',
  'voucher_batch',
] as const;

interface Rule {
  readonly says: string;
  /** Gives the names of what breaks the rule; $1 is a list of table names. */
  readonly sql: string;
  readonly tables: readonly string[];
}

const tenantTables = `
  select c.* from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and a.attname = 'organization_id' and not a.attisdropped and c.relname <> all ($1)`;

const rules: readonly Rule[] = [
  {
    says: 'a table with organization_id forces row-level security',
    sql: `select relname as name from (${tenantTables}) t where not (relrowsecurity and relforcerowsecurity)`,
    tables: Object.keys(NOT_TENANT),
  },
  {
    says: 'a table with organization_id lets nothing be written outside the organization of the transaction',
    sql: `
      select t.relname || '.' || p.polname as name from (${tenantTables}) t join pg_policy p on p.polrelid = t.oid
      where p.polpermissive and p.polcmd <> 'r'
        and coalesce(pg_get_expr(p.polwithcheck, p.polrelid), pg_get_expr(p.polqual, p.polrelid))
          is distinct from '(organization_id = current_organization())'
      union all
      select t.relname from (${tenantTables}) t
      where not exists (select from pg_policy p where p.polrelid = t.oid and p.polcmd <> 'r')`,
    tables: Object.keys(NOT_TENANT),
  },
  {
    says: 'organization_id comes first in the primary key or in a unique key',
    sql: `
      select relname as name from (${tenantTables}) t where not exists (
        select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indrelid = t.oid and i.indisunique and a.attname = 'organization_id')`,
    tables: Object.keys(NOT_TENANT),
  },
  {
    says: 'an append-only table refuses UPDATE, DELETE and TRUNCATE to the app',
    sql: `
      select name from unnest($1::text[]) as name
      where to_regclass(quote_ident(name)) is null
        or has_table_privilege('testamur_app', quote_ident(name), 'UPDATE, DELETE, TRUNCATE')
        or has_any_column_privilege('testamur_app', quote_ident(name), 'UPDATE')`,
    tables: APPEND_ONLY,
  },
  {
    says: 'the app owns nothing and cannot become the owner',
    sql: `
      select 'object ' || classid::regclass || ' ' || objid as name from pg_shdepend
      where refobjid = 'testamur_app'::regrole and deptype = 'o' and $1::text[] is not null
      union all select r.rolname from pg_roles r
      where r.rolname <> 'testamur_app' and pg_has_role('testamur_app', r.oid, 'member')
      union all select 'BYPASSRLS or SUPERUSER' from pg_roles
      where rolname = 'testamur_app' and (rolbypassrls or rolsuper)
      union all select 'CREATE in schema ' || nspname from pg_namespace
      where has_schema_privilege('testamur_app', oid, 'CREATE') and nspname not like 'pg\\_temp%'`,
    tables: [],
  },
  {
    says: 'a function with the rights of its owner fixes its search_path',
    sql: `
      select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
        and not exists (select from unnest(p.proconfig) as setting where setting like 'search\\_path=%')
        and $1::text[] is not null`,
    tables: [],
  },
];

/** What in the database breaks the data rules, one line each: `table: the rule`. Read off PostgreSQL's own catalogs. */
export async function findSchemaViolations(client: ClientBase): Promise<string[]> {
  const found: string[] = [];
  for (const { says, sql, tables } of rules) {
    const { rows } = await client.query<{ name: string }>(sql, [tables]);
    found.push(...rows.map(({ name }) => `${name}: ${says}`));
  }
  return found.sort();
}
