import type { Scope } from '../../../platform/http/index.ts';
import { findMarkAgreement, type MarkAgreement } from '../mark/mark.ts';
import { findPendingRevocation } from '../revoke.ts';
import { credentialLife } from '../rules/history.ts';
import { verifyUrl } from '../rules/letters.ts';
import { loadCredential } from '../store.ts';
import { isSurrenderable } from '../surrender.ts';

const agreed = ({ agreedAt, signedName }: MarkAgreement) => ({ at: agreedAt.toISOString(), signedName });

export const getCredentialDetail = async (
  scope: Scope,
  publicUrl: string,
  credentialId: string,
  { seesRequests }: { readonly seesRequests: boolean },
) => {
  const loaded = await loadCredential(scope, credentialId);
  const { credential, candidacy, state, states } = loaded;
  const { postnominal, mark, card } = candidacy.program.credential;
  const { retirement } = candidacy.program.renewal;
  const agreement = await findMarkAgreement(scope, loaded);
  const pending = seesRequests ? await findPendingRevocation(scope, credentialId) : undefined;
  return {
    id: credential.id,
    number: credential.number,
    candidacyId: credential.candidacyId,
    holderName: credential.holderName,
    organizationName: scope.organization.name,
    title: candidacy.standing.credentialTitle,
    ...(postnominal === undefined ? {} : { postnominal }),
    ...(mark === undefined
      ? {}
      : { mark: { title: mark.title, text: mark.text, ...(agreement ? { agreement: agreed(agreement) } : {}) } }),
    hasCard: card !== undefined,
    ...(retirement === undefined ? {} : { retirement: { title: retirement.title, text: retirement.text } }),
    surrenderable: isSurrenderable(state.status),
    abbreviation: candidacy.program.abbreviation,
    edition: candidacy.edition,
    cycle: credential.cycle,
    state: state.status,
    since: state.since,
    validFrom: state.validFrom,
    validUntil: state.validUntil,
    verifyUrl: verifyUrl(publicUrl, credential.number),
    demonstration: scope.organization.kind !== 'live',
    ...(pending === undefined
      ? {}
      : {
          pendingRevocation: {
            requestedBy: pending.requestedBy,
            requestedAt: pending.requestedAt.toISOString(),
            reason: pending.reason,
          },
        }),
    history: [...credentialLife(candidacy.facts, states, credentialId)],
  };
};
