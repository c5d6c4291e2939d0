import type { Standing } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { recordFactsOn } from '../facts.ts';
import { isSubmitted } from '../rules/claims.ts';
import { accommodationSection, type DraftContent, factOfDraft } from '../rules/drafts.ts';
import { loadCandidacy } from '../store.ts';
import { saveDraft } from './drafts.ts';
import { notEditable, refuseOver } from './refusals.ts';

/** Before the authorization: it is made out for the time that was granted. */
export const requestAccommodation = async (scope: Scope, candidacyId: string, request: string): Promise<Standing> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  refuseOver(candidacy);
  const { standing, facts } = candidacy;
  const authorized = standing.next.find((action) => action.kind === 'take-exam' || action.kind === 'continue-exam');
  if (authorized) {
    const until = authorized.by === undefined ? '' : ` until ${formatDay(authorized.by)}`;
    throw notEditable(
      `You are authorized to test${until} with the time that was decided. Write to us if you need something else.`,
    );
  }
  const content: DraftContent = { kind: 'accommodation', request };
  if (!isSubmitted(facts)) return saveDraft(scope, candidacy, accommodationSection, content);
  const by = { kind: 'candidate', id: candidacy.personId } as const;
  const requested = factOfDraft({ section: accommodationSection, content, savedAt: scope.now }, by);
  return (await recordFactsOn(scope, candidacy, [requested])).standing;
};
