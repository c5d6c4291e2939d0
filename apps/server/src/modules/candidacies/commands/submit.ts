import { findRequirement, type Standing, say, standing as standingOf } from '@testamur/program';
import { Problem, type ProblemField } from '../../../kernel/index.ts';
import type { Scope, Viewer } from '../../../platform/http/index.ts';
import { recordFactsOn } from '../facts.ts';
import { verifiedByRoll } from '../member-roll.ts';
import { isSubmitted, wantedOf } from '../rules/claims.ts';
import { factOfDraft, factsIfSubmitted, type NewFact } from '../rules/drafts.ts';
import { type Candidacy, loadCandidacy } from '../store.ts';
import { emailNotVerified, notEditable, refuseOver } from './refusals.ts';

const incomplete = (message: string, fields: readonly ProblemField[]) =>
  new Problem('rule-broken', 'candidacies.incomplete', message, fields);

/** What a candidate still has to do before the first submission, by the action that it waits for. */
const missingOf = ({ standing }: Candidacy): readonly ProblemField[] => {
  const lines = standing.steps.flatMap((step) => step.lines);
  return standing.next
    .filter(({ actor }) => actor === 'candidate' || actor === 'finance' || actor === 'system')
    .map(({ kind, subject, title }) => {
      const line = lines.find((one) => one.kind === 'requirement' && one.id === subject);
      const message = line ? `${say(line.title)}: ${say(line.why.reason)}` : `${say(title)}.`;
      return { path: subject ?? (kind === 'choose-region' ? 'region' : kind), message };
    });
};

/** Of what was asked for again, what the drafts neither answer nor make needless by another way. */
const unanswered = ({ program, facts, drafts, edition, personId, at }: Candidacy): readonly string[] => {
  const hoped = [...facts, ...factsIfSubmitted(edition, drafts, personId, at)];
  const wanted = wantedOf(program, standingOf(program, hoped, at.toISOString()));
  return wanted.filter((id) => drafts.every((draft) => draft.section !== id));
};

/** The first time, everything has to be there; later, everything that was asked for. */
const refuseIncomplete = (candidacy: Candidacy): void => {
  const { program, standing, facts } = candidacy;
  if (!isSubmitted(facts)) {
    if (standing.next.some((action) => action.kind === 'submit-application')) return;
    throw incomplete('The application is not complete yet. See what is missing below.', missingOf(candidacy));
  }
  if (wantedOf(program, standing).length === 0) {
    throw notEditable('The application is submitted, and nothing more is asked of you now.');
  }
  const fields = unanswered(candidacy).map((id) => ({
    path: id,
    message: `Answer what was asked for: ${findRequirement(program, id)?.title ?? id}.`,
  }));
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
  if (!viewer.emailVerified) throw emailNotVerified('we write to it at every step. Your answers are kept.');
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
