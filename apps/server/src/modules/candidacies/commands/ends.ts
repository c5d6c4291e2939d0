import type { Standing } from '@testamur/program';
import { Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { recordFactsOn } from '../facts.ts';
import { loadCandidacy } from '../store.ts';

export const setListing = async (scope: Scope, candidacyId: string, listed: boolean): Promise<Standing> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  if (candidacy.standing.listed === listed) return candidacy.standing;
  const by = { kind: 'candidate', id: candidacy.personId } as const;
  const { standing } = await recordFactsOn(scope, candidacy, [{ kind: 'listing-consented', data: { listed }, by }]);
  return standing;
};

/** Ends a candidacy before a credential was granted; a credential is surrendered instead. */
export const withdrawCandidacy = async (scope: Scope, candidacyId: string, reason: string): Promise<Standing> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  const { standing, personId } = candidacy;
  if (standing.final || standing.credential) {
    const message = standing.final
      ? 'This candidacy is over already.'
      : 'You are certified, so there is no application to withdraw. Give your certificate back instead.';
    throw new Problem('rule-broken', 'candidacies.already-over', message);
  }
  const by = { kind: 'candidate', id: personId } as const;
  const withdrawn = { kind: 'candidacy-withdrawn', data: { reason }, by, once: 'candidacy-withdrawn' } as const;
  return (await recordFactsOn(scope, candidacy, [withdrawn])).standing;
};
