import { type Catalog, statements } from './catalog.ts';

/** Row-level security, its policies, and what roles other than the owner may do. */
export async function dumpPrivileges(catalog: Catalog): Promise<string> {
  const parts = [
    await statements(catalog, ROW_SECURITY, '\n'),
    await statements(catalog, POLICIES, '\n'),
    await statements(catalog, ROUTINE_GRANTS, '\n'),
    await statements(catalog, GRANTS, '\n'),
    await statements(catalog, COLUMN_GRANTS, '\n'),
    await statements(catalog, DEFAULT_PRIVILEGES, '\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const ROW_SECURITY = `
  select concat_ws(E'\\n',
    case when relrowsecurity then format('alter table %s enable row level security;', oid::regclass) end,
    case when relforcerowsecurity then format('alter table %s force row level security;', oid::regclass) end) as sql
  from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and (relrowsecurity or relforcerowsecurity)
  order by relname`;

const POLICIES = `
  select concat_ws(' ', format('create policy %I on %s', p.polname, p.polrelid::regclass),
    case when not p.polpermissive then 'as restrictive' end,
    case p.polcmd when 'r' then 'for select' when 'a' then 'for insert' when 'w' then 'for update' when 'd' then 'for delete' end,
    case when p.polroles <> '{0}' then
      'to ' || (select string_agg(r::regrole::text, ', ' order by r::regrole::text) from unnest(p.polroles) as r) end,
    'using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
    'with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') || ';' as sql
  from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'public'::regnamespace
  order by c.relname, p.polname`;

// Everyone may call a new function unless that is revoked; what is written is the difference to that.
const ROUTINE_GRANTS = `
  select sql from (
    select p.oid, 0 as place, '' as grantee, format('revoke execute on routine %s from public;', p.oid::regprocedure) as sql
    from pg_proc p where p.proacl is not null and not exists (select from aclexplode(p.proacl) where grantee = 0)
    union all
    select p.oid, 1, a.grantee::regrole::text, format('grant execute on routine %s to %s;', p.oid::regprocedure, a.grantee::regrole)
    from pg_proc p, aclexplode(p.proacl) a where a.grantee not in (0, p.proowner)
  ) as lines
  where oid in (select p.oid from pg_proc p where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e'))
  order by oid::regprocedure::text, place, grantee`;

const GRANTS = `
  select format('grant %s on %s%s to %s%s;', string_agg(lower(a.privilege_type), ', ' order by a.privilege_type),
    case c.relkind when 'S' then 'sequence ' else '' end, c.oid::regclass,
    case a.grantee when 0 then 'public' else a.grantee::regrole::text end,
    case when a.is_grantable then ' with grant option' else '' end) as sql
  from pg_class c, aclexplode(c.relacl) a
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'S') and a.grantee <> c.relowner
  group by c.oid, c.relname, c.relkind, a.grantee, a.is_grantable
  order by c.relname, a.grantee::regrole::text, a.is_grantable`;

const COLUMN_GRANTS = `
  select format('grant %s (%s) on %s to %s;', lower(x.privilege_type),
    string_agg(quote_ident(a.attname), ', ' order by a.attname), c.oid::regclass,
    case x.grantee when 0 then 'public' else x.grantee::regrole::text end) as sql
  from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) x
  where c.relnamespace = 'public'::regnamespace and x.grantee <> c.relowner
  group by c.oid, c.relname, x.privilege_type, x.grantee
  order by c.relname, x.privilege_type, x.grantee::regrole::text`;

const DEFAULT_PRIVILEGES = `
  select format('alter default privileges in schema public grant %s on %s to %s;',
    string_agg(lower(a.privilege_type), ', ' order by a.privilege_type),
    case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' else 'types' end,
    case a.grantee when 0 then 'public' else a.grantee::regrole::text end) as sql
  from pg_default_acl d, aclexplode(d.defaclacl) a
  where d.defaclnamespace = 'public'::regnamespace and a.grantee <> d.defaclrole
  group by d.defaclobjtype, a.grantee
  order by d.defaclobjtype, a.grantee::regrole::text`;
