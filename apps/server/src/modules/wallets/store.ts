import type { Scope } from '../../platform/http/index.ts';
import type { WalletFormat } from './rules/formats.ts';

/** So many wrong transaction codes end an offer; a constraint of the table sees to it. */
export const mostTries = 5;

const offers = ({ trx, organization }: Scope) =>
  trx.selectFrom('wallet_offer').selectAll().where('organization_id', '=', organization.id);

type Row = Awaited<ReturnType<ReturnType<typeof offers>['executeTakeFirstOrThrow']>>;
/** The table's own check allows no other format. */
export type Offer = Omit<Row, 'format'> & { readonly format: WalletFormat };

const asOffer = (row: Row | undefined): Offer | undefined => row && { ...row, format: row.format as WalletFormat };

interface NewOffer {
  readonly id: string;
  readonly credentialId: string;
  readonly personId: string;
  readonly format: WalletFormat;
  readonly referenceHash: string;
  readonly codeHash: string;
  readonly transactionCodeHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Keeps an offer in the place of the one before it, whose code is then worth nothing. */
export const replaceOffer = async ({ trx, organization }: Scope, offer: NewOffer): Promise<void> => {
  await trx
    .updateTable('wallet_offer')
    .set({ ended_at: offer.createdAt })
    .where('organization_id', '=', organization.id)
    .where('credential_id', '=', offer.credentialId)
    .where('ended_at', 'is', null)
    .where('redeemed_at', 'is', null)
    .execute();
  await trx
    .insertInto('wallet_offer')
    .values({
      organization_id: organization.id,
      id: offer.id,
      credential_id: offer.credentialId,
      person_id: offer.personId,
      format: offer.format,
      reference_hash: offer.referenceHash,
      code_hash: offer.codeHash,
      tx_code_hash: offer.transactionCodeHash,
      created_at: offer.createdAt,
      expires_at: offer.expiresAt,
    })
    .execute();
};

export const countOffersSince = async (
  { trx, organization }: Scope,
  credentialId: string,
  since: Date,
): Promise<number> => {
  const { count } = await trx
    .selectFrom('wallet_offer')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organization_id', '=', organization.id)
    .where('credential_id', '=', credentialId)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(count);
};

/** An offer that a wallet may still read. */
export const findOpenOffer = async (scope: Scope, referenceHash: string, now: Date): Promise<Offer | undefined> =>
  asOffer(
    await offers(scope)
      .where('reference_hash', '=', referenceHash)
      .where('ended_at', 'is', null)
      .where('redeemed_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst(),
  );

export const findOfferByCode = async (scope: Scope, codeHash: string): Promise<Offer | undefined> =>
  asOffer(await offers(scope).where('code_hash', '=', codeHash).executeTakeFirst());

export const findOfferByToken = async (scope: Scope, tokenHash: string, now: Date): Promise<Offer | undefined> =>
  asOffer(
    await offers(scope).where('token_hash', '=', tokenHash).where('token_expires_at', '>', now).executeTakeFirst(),
  );

const updateOffer = ({ trx, organization }: Scope) =>
  trx.updateTable('wallet_offer').where('organization_id', '=', organization.id);

/** Counts a try and holds the offer; undefined where the code opens nothing, or nothing any more. */
export const takeTry = async (scope: Scope, codeHash: string, now: Date): Promise<Offer | undefined> =>
  asOffer(
    await updateOffer(scope)
      .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
      .where('code_hash', '=', codeHash)
      .where('ended_at', 'is', null)
      .where('redeemed_at', 'is', null)
      .where('expires_at', '>', now)
      .where('tries', '<', mostTries)
      .returningAll()
      .executeTakeFirst(),
  );

export const endOffer = async (scope: Scope, id: string, now: Date): Promise<void> => {
  await updateOffer(scope).set({ ended_at: now }).where('id', '=', id).execute();
};

/** Ends the access token of a code that came twice: one of the two may be a thief's. */
export const endToken = async (scope: Scope, id: string, now: Date): Promise<void> => {
  await updateOffer(scope)
    .set({ token_expires_at: now })
    .where('id', '=', id)
    .where('delivered_at', 'is', null)
    .where('token_expires_at', '>', now)
    .execute();
};

/** @param offer held by `takeTry` in this transaction. */
export const keepRedeemed = async (
  scope: Scope,
  id: string,
  token: { readonly hash: string; readonly expiresAt: Date; readonly dpopThumbprint: string | undefined },
  now: Date,
): Promise<void> => {
  await updateOffer(scope)
    .set({
      redeemed_at: now,
      token_hash: token.hash,
      token_expires_at: token.expiresAt,
      dpop_thumbprint: token.dpopThumbprint ?? null,
    })
    .where('id', '=', id)
    .execute();
};

/** Whether this is the one delivery that an offer allows. */
export const keepDelivered = async (scope: Scope, id: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await updateOffer(scope)
    .set({ delivered_at: now })
    .where('id', '=', id)
    .where('delivered_at', 'is', null)
    .where('token_expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** Whether a nonce is used for the first time. */
export const useNonce = async ({ trx, organization }: Scope, nonceHash: string, expiresAt: Date): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('wallet_nonce')
    .values({ organization_id: organization.id, nonce_hash: nonceHash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};
