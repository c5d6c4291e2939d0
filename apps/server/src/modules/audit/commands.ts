import type { Trx } from '../../platform/db/index.ts';
import type { CommandRecord, Scope } from '../../platform/http/index.ts';
import { PLATFORM_ORGANIZATION_ID, visiting } from './platform-organization.ts';
import { appendEntry } from './store.ts';

export interface AuditRecord {
  /** Nobody, when the system acts by itself. */
  readonly actorId?: string;
  /** `module.verb`. */
  readonly action: string;
  /** `kind:id`. */
  readonly subject: string;
  /** Opaque ids, codes and numbers: it can never be erased. */
  readonly detail?: object;
  /** What names or describes a person: kept apart and erasable. */
  readonly personal?: object;
}

/**
 * Writes into the chain of the scope's organization, in the transaction of the change. Entries of one organization
 * wait for one another until the commit: call it last.
 */
export const recordAudit = (scope: Scope, record: AuditRecord): Promise<void> =>
  appendEntry(scope.trx, {
    organizationId: scope.organization.id,
    at: scope.now,
    actorId: record.actorId,
    action: record.action,
    subject: record.subject,
    detail: record.detail ?? {},
    personal: record.personal ?? {},
  });

/** The entry of a command. One that works in no organization goes to the chain of the platform's. */
export const recordCommand = async (trx: Trx, record: CommandRecord): Promise<void> => {
  const { organization, viewer, now, ...said } = record;
  const entry = { ...said, at: now, actorId: viewer?.personId };
  if (organization) return appendEntry(trx, { ...entry, organizationId: organization.id });
  const back = { organizationId: undefined, personId: viewer?.personId };
  await visiting(trx, PLATFORM_ORGANIZATION_ID, back, () =>
    appendEntry(trx, { ...entry, organizationId: PLATFORM_ORGANIZATION_ID }),
  );
};
