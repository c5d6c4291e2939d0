import { createHash } from 'node:crypto';
import { newId } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';

export const incidentKinds = ['second-device', 'sequence-conflict', 'entries-missing', 'canceled'] as const;
export type IncidentKind = (typeof incidentKinds)[number];

export interface NewIncident {
  readonly attemptId: string;
  readonly kind: IncidentKind;
  /** For proctors; names no answer. */
  readonly note: string;
  /** What it is about: the same is logged once, however often it is tried. */
  readonly about?: string;
}

/** A UUID of version 8 (RFC 9562) made from what it names. */
const idAbout = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

export const logIncident = async ({ trx, organization, now }: Scope, incident: NewIncident): Promise<void> => {
  const { attemptId, kind, note, about } = incident;
  await trx
    .insertInto('incident')
    .values({
      organization_id: organization.id,
      id: about === undefined ? newId() : idAbout(`${attemptId}/${kind}/${about}`),
      attempt_id: attemptId,
      kind,
      note,
      at: now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doNothing())
    .execute();
};
