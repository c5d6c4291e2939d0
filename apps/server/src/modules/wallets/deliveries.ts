import type { Scope } from '../../platform/http/index.ts';
import type { WalletFormat } from './rules/formats.ts';

export const notificationEvents = ['credential_accepted', 'credential_failure', 'credential_deleted'] as const;
type NotificationEvent = (typeof notificationEvents)[number];

interface NewDelivery {
  readonly id: string;
  readonly offerId: string;
  readonly credentialId: string;
  readonly personId: string;
  readonly format: WalletFormat;
  readonly keyThumbprint: string;
  readonly keyId: string;
  readonly sha256: string;
}

export const keepDeliveries = async (
  { trx, organization }: Scope,
  deliveries: readonly NewDelivery[],
  at: Date,
): Promise<void> => {
  await trx
    .insertInto('wallet_delivery')
    .values(
      deliveries.map((delivery) => ({
        organization_id: organization.id,
        id: delivery.id,
        offer_id: delivery.offerId,
        credential_id: delivery.credentialId,
        person_id: delivery.personId,
        format: delivery.format,
        key_thumbprint: delivery.keyThumbprint,
        key_id: delivery.keyId,
        sha256: delivery.sha256,
        delivered_at: at,
      })),
    )
    .execute();
};

/** Keeps what a wallet told of a delivery (OpenID4VCI 1.0, 11); telling it again changes nothing but the time. */
export const keepTold = async (
  { trx, organization }: Scope,
  offerId: string,
  event: NotificationEvent,
  at: Date,
): Promise<void> => {
  await trx
    .updateTable('wallet_delivery')
    .set({ told: event, told_at: at })
    .where('organization_id', '=', organization.id)
    .where('offer_id', '=', offerId)
    .execute();
};

export const listWalletDeliveries = async ({ trx, organization }: Scope, credentialId: string) => {
  const rows = await trx
    .selectFrom('wallet_delivery')
    .select(['id', 'delivered_at', 'format', 'key_thumbprint', 'told', 'told_at'])
    .where('organization_id', '=', organization.id)
    .where('credential_id', '=', credentialId)
    .orderBy('delivered_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return {
    deliveries: rows.map((row) => ({
      id: row.id,
      at: row.delivered_at.toISOString(),
      // The table's own checks allow no others.
      format: row.format as WalletFormat,
      keyThumbprint: row.key_thumbprint,
      ...(row.told === null ? {} : { told: row.told as NotificationEvent }),
      ...(row.told_at === null ? {} : { toldAt: row.told_at.toISOString() }),
    })),
  };
};
