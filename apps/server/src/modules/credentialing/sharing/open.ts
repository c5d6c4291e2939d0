import { Problem } from '../../../kernel/index.ts';
import { type Call, findTenant, type Scope, type TenantClock } from '../../../platform/http/index.ts';
import { visiting } from '../../audit/index.ts';
import { shareLinkHash } from './links.ts';

/** One answer for a link that never was, one that was ended and one that ran out: it tells nobody what it stood for. */
const linkEnded = () =>
  new Problem(
    'not-found',
    'credentialing.link-ended',
    'This link does not work any more, or never did. Ask the person who gave it to you for a new one.',
  );

/** What the holder lets a link show beside name, title and standing. */
export interface OpenedLink {
  readonly credentialId: string;
  readonly showsNumber: boolean;
  readonly showsHistory: boolean;
}

/** Counts and decides in one statement: who opens a link while it is being ended sees it, or does not, and never half. */
const openIn = async ({ trx, organization, now }: Scope, hash: string): Promise<OpenedLink> => {
  const row = await trx
    .updateTable('share_link')
    .set(({ eb }) => ({ opened: eb('opened', '+', 1) }))
    .where('organization_id', '=', organization.id)
    .where('token_hash', '=', hash)
    .where('ended_at', 'is', null)
    .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .returning(['credential_id', 'shows_number', 'shows_history'])
    .executeTakeFirst();
  if (!row) throw linkEnded();
  return { credentialId: row.credential_id, showsNumber: row.shows_number, showsHistory: row.shows_history };
};

/**
 * Opens a link that a holder gave to somebody, and runs `work` in the organization of the credential, at its time.
 *
 * @throws Problem `credentialing.link-ended`.
 */
export const openShareLink = async <T>(
  { trx, viewer }: Pick<Call, 'trx' | 'viewer'>,
  clock: TenantClock,
  token: string,
  work: (scope: Scope, link: OpenedLink) => Promise<T>,
): Promise<T> => {
  const hash = shareLinkHash(token);
  const located = await trx
    .selectFrom('locator')
    .select('organization_id')
    .where('public_number', '=', hash)
    .where('kind', '=', 'share-link')
    .executeTakeFirst();
  const organization = located && (await findTenant(trx, { id: located.organization_id }));
  if (!organization) throw linkEnded();
  const back = { organizationId: undefined, personId: viewer?.personId };
  return visiting(trx, organization.id, back, async () => {
    const scope = { trx, organization, now: clock(organization) };
    return work(scope, await openIn(scope, hash));
  });
};
