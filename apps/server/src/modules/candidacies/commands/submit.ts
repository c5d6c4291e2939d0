import { findRequirement, type Standing, say } from '@testamur/program';
import { Problem, type ProblemField } from '../../../kernel/index.ts';
import type { Scope, Viewer } from '../../../platform/http/index.ts';
import { recordFactsOn } from '../facts.ts';
import { verifiedByRoll } from '../member-roll.ts';
import { isSubmitted, wantedOf } from '../rules/claims.ts';
import { factOfDraft, type NewFact } from '../rules/drafts.ts';
import { type Candidacy, loadCandidacy } from '../store.ts';
import { notEditable, refuseOver } from './sections.ts';

const incomplete = (message: string, fields: readonly ProblemField[]) =>
  new Problem('rule-broken', 'candidacies.incomplete', message, fields);

/** The first time, everything has to be there; later, everything that was asked for. */
const refuseIncomplete = ({ program, standing, facts, drafts }: Candidacy): void => {
  const wanted = wantedOf(standing);
  if (!isSubmitted(facts)) {
    if (standing.next.some((action) => action.kind === 'submit-application')) return;
    const lines = standing.steps.flatMap((step) => step.lines);
    const fields = wanted.map((id) => {
      const line = lines.find((candidate) => candidate.kind === 'requirement' && candidate.id === id);
      return { path: id, message: line ? `${say(line.title)}: ${say(line.why.reason)}` : id };
    });
    throw incomplete('The application is not complete yet. See what is missing below.', fields);
  }
  if (wanted.length === 0) throw notEditable('The application is submitted, and nothing more is asked of you now.');
  const fields = wanted
    .filter((id) => !drafts.some((draft) => draft.section === id))
    .map((id) => ({ path: id, message: `Answer what was asked for: ${findRequirement(program, id)?.title ?? id}.` }));
  if (fields.length > 0) throw incomplete('Not everything that was asked for is answered yet.', fields);
};

/** Makes the drafts facts. A membership that the list of members proves is verified in the same breath. */
export const submitApplication = async (
  scope: Scope,
  viewer: Viewer,
  candidacyId: string,
  listed: boolean,
): Promise<Standing> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  refuseOver(candidacy);
  if (!viewer.emailVerified) {
    const message = 'Confirm your e-mail address first: we write to it at every step. Your answers are kept.';
    throw new Problem('rule-broken', 'candidacies.email-not-verified', message);
  }
  refuseIncomplete(candidacy);
  const by = { kind: 'candidate', id: candidacy.personId } as const;
  const facts: NewFact[] = candidacy.drafts.map((draft) => factOfDraft(draft, by));
  if (!isSubmitted(candidacy.facts)) {
    facts.push({ kind: 'application-submitted', data: {}, by, once: 'application-submitted' });
  }
  if (listed !== candidacy.standing.listed) facts.push({ kind: 'listing-consented', data: { listed }, by });
  const membership = candidacy.drafts.flatMap(({ content }) => (content.kind === 'membership' ? [content] : []))[0];
  if (membership) facts.push(...(await verifiedByRoll(scope, candidacy.personId, membership)));
  await scope.trx
    .deleteFrom('draft')
    .where('organization_id', '=', scope.organization.id)
    .where('candidacy_id', '=', candidacyId)
    .execute();
  const { standing } = await recordFactsOn(scope, { ...candidacy, drafts: [] }, facts);
  return standing;
};
