import { randomBytes } from 'node:crypto';
import type { Scope } from '../../platform/http/index.ts';
import type { Candidacy } from '../candidacies/index.ts';
import { type Draw, drawOf, drawRule } from './rules/draw.ts';

export type { Draw } from './rules/draw.ts';

const pageSize = 50;

const findSeed = ({ trx, organization }: Scope) =>
  trx.selectFrom('renewal_audit_seed').select('seed').where('organization_id', '=', organization.id).executeTakeFirst();

/** The organization's own, made at its first draw. Of two at once, the first one's counts. */
const ensureSeed = async (scope: Scope): Promise<string> => {
  const { trx, organization, now } = scope;
  const known = await findSeed(scope);
  if (known) return known.seed;
  await trx
    .insertInto('renewal_audit_seed')
    .values({ organization_id: organization.id, seed: randomBytes(32).toString('hex'), made_at: now })
    .onConflict((conflict) => conflict.column('organization_id').doNothing())
    .execute();
  const made = await findSeed(scope);
  if (!made) throw new Error(`The seed of ${organization.slug} was made and cannot be read.`);
  return made.seed;
};

/**
 * Draws whether the evidence of a renewal is looked at, and keeps what was drawn.
 *
 * @returns undefined where the program looks at all, or where the renewal rests on no evidence.
 */
export const drawForAudit = async (
  scope: Scope,
  { id, program, standing }: Candidacy,
  cycle: number,
): Promise<Draw | undefined> => {
  const { audit, routes } = program.renewal;
  const route = routes.find((one) => one.id === standing.renewal?.route);
  if (audit === undefined || route?.kind !== 'education') return undefined;
  const draw = drawOf(await ensureSeed(scope), id, cycle, audit.percent);
  await scope.trx
    .insertInto('renewal_draw')
    .values({
      organization_id: scope.organization.id,
      candidacy_id: id,
      cycle,
      percent: draw.percent,
      drawn: draw.drawn,
      audited: draw.audited,
      drawn_at: scope.now,
    })
    .execute();
  return draw;
};

/** What was drawn for one renewal; nothing where the program looks at all, or at none. */
export const findRenewalDraw = async (
  { trx, organization }: Scope,
  candidacyId: string,
  cycle: number,
): Promise<
  { readonly percent: number; readonly drawn: number; readonly audited: boolean; readonly drawnAt: Date } | undefined
> => {
  const row = await trx
    .selectFrom('renewal_draw')
    .select(['percent', 'drawn', 'audited', 'drawn_at'])
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId)
    .where('cycle', '=', cycle)
    .executeTakeFirst();
  return row && { percent: Number(row.percent), drawn: Number(row.drawn), audited: row.audited, drawnAt: row.drawn_at };
};

/** For auditors: with the seed, who can draw can foresee. */
export const listRenewalDraws = async (scope: Scope, page: number) => {
  const { trx, organization } = scope;
  const base = trx.selectFrom('renewal_draw').where('renewal_draw.organization_id', '=', organization.id);
  const { total } = await base.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await base
    .innerJoin('candidacy', (join) =>
      join
        .onRef('candidacy.organization_id', '=', 'renewal_draw.organization_id')
        .onRef('candidacy.id', '=', 'renewal_draw.candidacy_id'),
    )
    .select(['renewal_draw.candidacy_id', 'renewal_draw.cycle', 'renewal_draw.percent', 'renewal_draw.drawn'])
    .select(['renewal_draw.audited', 'renewal_draw.drawn_at', 'candidacy.number'])
    .orderBy('renewal_draw.drawn_at', 'desc')
    .orderBy('renewal_draw.candidacy_id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const seed = (await findSeed(scope))?.seed;
  const draws = rows.map((row) => ({
    candidacyId: row.candidacy_id,
    number: row.number,
    cycle: row.cycle,
    percent: Number(row.percent),
    drawn: Number(row.drawn),
    audited: row.audited,
    drawnAt: row.drawn_at.toISOString(),
  }));
  return { rule: drawRule, ...(seed === undefined ? {} : { seed }), draws, total: Number(total), page, pageSize };
};
