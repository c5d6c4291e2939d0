import { createHash } from 'node:crypto';
import { dayMs, newId, newToken, Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { getCredential } from '../store.ts';

export interface NewShareLink {
  readonly credentialId: string;
  readonly label: string;
  readonly days?: 7 | 30 | 90 | undefined;
  readonly showsNumber: boolean;
  readonly showsHistory: boolean;
}

/** Open at once, for one credential: enough for every employer, and a list that can still be read. */
const mostOpen = 50;

/** What is kept of the secret in an address: 256 random bits need no salt. */
export const shareLinkHash = (token: string): string =>
  createHash('sha256').update(`share-link ${token}`).digest('hex');

const linksOf = ({ trx, organization }: Scope, credentialId: string) =>
  trx.selectFrom('share_link').where('organization_id', '=', organization.id).where('credential_id', '=', credentialId);

/** Makes a link; its address is told once. */
export const createShareLink = async (
  scope: Scope,
  publicUrl: string,
  link: NewShareLink,
): Promise<{ readonly linkId: string; readonly url: string }> => {
  const { trx, organization, now } = scope;
  await getCredential(scope, link.credentialId);
  const open = await linksOf(scope, link.credentialId)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('ended_at', 'is', null)
    .where(({ or, eb }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .executeTakeFirstOrThrow();
  if (Number(open.count) >= mostOpen) {
    const message = `This credential has ${mostOpen} links that work. End one that is not needed any more.`;
    throw new Problem('rule-broken', 'credentialing.too-many-links', message);
  }
  const [linkId, token] = [newId(), newToken()];
  const hash = shareLinkHash(token);
  await trx
    .insertInto('share_link')
    .values({
      organization_id: organization.id,
      id: linkId,
      credential_id: link.credentialId,
      token_hash: hash,
      label: link.label,
      shows_number: link.showsNumber,
      shows_history: link.showsHistory,
      created_at: now,
      expires_at: link.days === undefined ? null : new Date(now.getTime() + link.days * dayMs),
    })
    .execute();
  await trx
    .insertInto('locator')
    .values({ id: linkId, kind: 'share-link', organization_id: organization.id, public_number: hash })
    .execute();
  return { linkId, url: `${publicUrl}/s/${token}` };
};

export const listShareLinks = async (scope: Scope, credentialId: string) => {
  const rows = await linksOf(scope, credentialId)
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const links = rows.map((row) => ({
    id: row.id,
    label: row.label,
    state: stateOf(row, scope.now),
    showsNumber: row.shows_number,
    showsHistory: row.shows_history,
    createdAt: row.created_at.toISOString(),
    ...(row.expires_at === null ? {} : { expiresAt: row.expires_at.toISOString() }),
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at.toISOString() }),
    opened: row.opened,
  }));
  return { links };
};

const stateOf = (
  { ended_at: ended, expires_at: expires }: { readonly ended_at: Date | null; readonly expires_at: Date | null },
  now: Date,
): 'open' | 'expired' | 'ended' => {
  if (ended !== null) return 'ended';
  return expires !== null && expires <= now ? 'expired' : 'open';
};

/** Ends a link. Ending it again changes nothing: the first end stands. */
export const endShareLink = async (
  scope: Scope,
  { credentialId, linkId }: { readonly credentialId: string; readonly linkId: string },
): Promise<void> => {
  const { trx, organization, now } = scope;
  const known = await linksOf(scope, credentialId).select('id').where('id', '=', linkId).executeTakeFirst();
  if (!known) {
    throw new Problem('not-found', 'credentialing.no-such-link', 'There is no such link to this credential.');
  }
  await trx
    .updateTable('share_link')
    .set({ ended_at: now })
    .where('organization_id', '=', organization.id)
    .where('id', '=', linkId)
    .where('ended_at', 'is', null)
    .execute();
};
