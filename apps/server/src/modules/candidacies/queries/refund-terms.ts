import type { Scope } from '../../../platform/http/index.ts';
import { refundView } from '../rules/refunds.ts';
import { loadCandidacy } from '../store.ts';

export const getRefundTerms = async (scope: Scope, candidacyId: string) => {
  const { program, facts, at } = await loadCandidacy(scope, candidacyId);
  const view = refundView(program, facts, at.toISOString());
  return { ...view, terms: [...view.terms] };
};
