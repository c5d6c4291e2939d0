import { newId, newToken, Problem } from '../../kernel/index.ts';
import { type Call, findTenant, type Scope, type TenantClock } from '../../platform/http/index.ts';
import { visiting } from '../audit/index.ts';
import type { LinkGuard } from './rules/link-guard.ts';
import { linkHash } from './rules/statement-requests.ts';

/** One answer for a link that never was, one that was used and one that ran out: it tells nobody what it stood for. */
export const linkInvalid = () =>
  new Problem(
    'not-found',
    'candidacies.link-invalid',
    'This link does not work any more: it was used, taken back, or has expired. If you have answered already, your answer has arrived and nothing more is to be done. If not, ask the person who named you to send you a new link.',
  );

/** Makes a link of its own for each mail; all links of a request work until it is answered. */
export const newStatementLink = async (
  { trx, organization, now }: Scope,
  publicUrl: string,
  requestId: string,
  kind: 'references' | 'training',
): Promise<string> => {
  const token = newToken();
  const hash = linkHash(token);
  await trx
    .insertInto('statement_link')
    .values({ organization_id: organization.id, token_hash: hash, request_id: requestId, created_at: now })
    .execute();
  await trx
    .insertInto('locator')
    .values({ id: newId(), kind: 'statement-link', organization_id: organization.id, public_number: hash })
    .execute();
  return `${publicUrl}/${kind === 'references' ? 'reference' : 'attest'}/${token}`;
};

export interface AtLink {
  readonly scope: Scope;
  readonly requestId: string;
  readonly candidacyId: string;
}

const findLink = async (scope: Scope, hash: string): Promise<AtLink> => {
  const row = await scope.trx
    .selectFrom('statement_link as link')
    .innerJoin('statement_request as request', (join) =>
      join.onRef('request.organization_id', '=', 'link.organization_id').onRef('request.id', '=', 'link.request_id'),
    )
    .select(['request.id', 'request.candidacy_id'])
    .where('link.organization_id', '=', scope.organization.id)
    .where('link.token_hash', '=', hash)
    .executeTakeFirst();
  if (!row) throw linkInvalid();
  return { scope, requestId: row.id, candidacyId: row.candidacy_id };
};

/** Runs `work` in the organization that a link leads to, at its time. */
export const atLink = async <T>(
  { trx, viewer, request }: Pick<Call, 'trx' | 'viewer' | 'request'>,
  clock: TenantClock,
  guard: LinkGuard,
  token: string,
  work: (at: AtLink) => Promise<T>,
): Promise<T> => {
  guard.refuseTooMany(request.ip);
  try {
    const hash = linkHash(token);
    const located = await trx
      .selectFrom('locator')
      .select('organization_id')
      .where('public_number', '=', hash)
      .where('kind', '=', 'statement-link')
      .executeTakeFirst();
    const organization = located && (await findTenant(trx, { id: located.organization_id }));
    if (!organization) throw linkInvalid();
    const back = { organizationId: undefined, personId: viewer?.personId };
    return await visiting(trx, organization.id, back, async () =>
      work(await findLink({ trx, organization, now: clock(organization) }, hash)),
    );
  } catch (error) {
    if (error instanceof Problem && error.code === 'candidacies.link-invalid') guard.countWrong(request.ip);
    throw error;
  }
};
