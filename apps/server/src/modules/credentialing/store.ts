import type { CredentialStanding } from '@testamur/program';
import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { type Candidacy, loadCandidacy } from '../candidacies/index.ts';
import { statesOf } from './rules/state.ts';

/** A credential as it was issued; nothing of it changes. */
export interface Credential {
  readonly id: string;
  readonly number: string;
  readonly candidacyId: string;
  readonly personId: string;
  readonly cycle: number;
  readonly holderName: string;
  /** The exact bytes that were signed; of several versions, the latest. */
  readonly document: string;
  /** 1, and one more for each key that had to be withdrawn. */
  readonly version: number;
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly issuedAt: Date;
}

/** A credential with everything that says where it stands. */
export interface LoadedCredential {
  readonly credential: Credential;
  readonly candidacy: Candidacy;
  readonly state: CredentialStanding;
  /** All credentials of the candidacy by cycle, the latest last. */
  readonly states: readonly CredentialStanding[];
}

const noSuchCredential = () =>
  new Problem('not-found', 'credentialing.no-such-credential', 'There is no such credential in this organization.');

export const getCredential = async ({ trx, organization }: Scope, credentialId: string): Promise<Credential> => {
  const row = await trx
    .selectFrom('credential')
    .innerJoin('credential_document', (join) =>
      join
        .onRef('credential_document.organization_id', '=', 'credential.organization_id')
        .onRef('credential_document.credential_id', '=', 'credential.id'),
    )
    .selectAll('credential')
    .select(['credential_document.document', 'credential_document.version'])
    .where('credential.organization_id', '=', organization.id)
    .where('credential.id', '=', credentialId)
    .orderBy('credential_document.version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) throw noSuchCredential();
  return {
    id: row.id,
    number: row.number,
    candidacyId: row.candidacy_id,
    personId: row.person_id,
    cycle: row.cycle,
    holderName: row.holder_name,
    document: row.document,
    version: row.version,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    issuedAt: row.issued_at,
  };
};

/** With `lock`, nothing else is done to any credential of this candidacy until the transaction ends. */
export const loadCredential = async (
  scope: Scope,
  credentialId: string,
  options: { readonly lock?: boolean } = {},
): Promise<LoadedCredential> => {
  const credential = await getCredential(scope, credentialId);
  const candidacy = await loadCandidacy(scope, credential.candidacyId, options);
  const states = statesOf(candidacy);
  const state = states.find((one) => one.credentialId === credentialId);
  if (!state) throw new Error(`The ledger does not know the credential ${credential.number}, which is stored.`);
  return { credential, candidacy, state, states };
};
