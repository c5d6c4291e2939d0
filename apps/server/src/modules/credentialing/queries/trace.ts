import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { findIssuance, type Issuance } from '../issuance/store.ts';
import { type LoadedCredential, loadCredential } from '../store.ts';

/** The steps of an issuance in their order; undefined where that step is not kept. */
export interface IssuanceSteps {
  readonly preparedAt: Date;
  readonly lintedAt: Date;
  readonly signedAt: Date | undefined;
  readonly verifiedAt: Date | undefined;
  readonly publishedAt: Date | undefined;
}

/** A credential with everything that says how it came to be signed. */
export interface CredentialTrace extends LoadedCredential {
  /** Its latest document. */
  readonly document: {
    readonly version: number;
    readonly sha256: string;
    /** Whether the stored bytes have the hash that was stored with them. */
    readonly hashHolds: boolean;
    readonly keyId: string;
    readonly listId: string;
    readonly index: number;
    readonly signedAt: Date;
  };
  readonly issuance: IssuanceSteps | undefined;
  /** Whether the first document is what was prepared and linted, and nothing but proofs were added. */
  readonly preparedHolds: boolean | undefined;
}

const stepsOf = (issuance: Issuance): IssuanceSteps => ({
  preparedAt: issuance.prepared_at,
  lintedAt: issuance.linted_at,
  signedAt: issuance.signed_at ?? undefined,
  verifiedAt: issuance.verified_at ?? undefined,
  publishedAt: issuance.published_at ?? undefined,
});

/** Undefined where somebody has made it unreadable. */
const withoutProof = (document: string): string | undefined => {
  try {
    const { proof: _, ...rest }: Record<string, unknown> = JSON.parse(document);
    return canonicalJson(rest);
  } catch {
    return undefined;
  }
};

export const traceCredential = async (scope: Scope, credentialId: string): Promise<CredentialTrace> => {
  const { trx, organization } = scope;
  const loaded = await loadCredential(scope, credentialId);
  const documents = await trx
    .selectFrom('credential_document')
    .selectAll()
    .where('organization_id', '=', organization.id)
    .where('credential_id', '=', credentialId)
    .orderBy('version')
    .execute();
  const [first] = documents;
  const latest = documents.at(-1);
  if (!first || !latest) throw new Error(`The credential ${loaded.credential.number} has no document.`);
  const issuance = await findIssuance(scope, credentialId);
  const prepared = issuance && withoutProof(issuance.unsigned);
  return {
    ...loaded,
    document: {
      version: latest.version,
      sha256: latest.sha256,
      hashHolds: createHash('sha256').update(latest.document).digest('hex') === latest.sha256,
      keyId: latest.key_id,
      listId: latest.list_id,
      index: latest.index,
      signedAt: latest.signed_at,
    },
    issuance: issuance && stepsOf(issuance),
    preparedHolds: issuance && prepared !== undefined && withoutProof(first.document) === prepared,
  };
};
