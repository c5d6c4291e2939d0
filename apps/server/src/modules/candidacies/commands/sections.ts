import { type Claim, findRequirement, type Standing } from '@testamur/program';
import { canonicalJson, Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { recordFactsOn } from '../facts.ts';
import { requireFiles } from '../files.ts';
import { verifiedByRoll } from '../member-roll.ts';
import { findClaimProblems } from '../rules/claim-problems.ts';
import { countsAtOnce, filesOf, findReviewed, isEditable } from '../rules/claims.ts';
import { factOfDraft, membershipSection, type NewFact } from '../rules/drafts.ts';
import { type Candidacy, loadCandidacy } from '../store.ts';
import { deleteDraft, saveDraft } from './drafts.ts';
import { notEditable, refuseOver } from './refusals.ts';

/** Saves one section; what it says counts when the application is submitted, but for claims that others act on. */
export const saveSection = async (
  scope: Scope,
  candidacyId: string,
  requirement: string,
  claim: Claim,
): Promise<Standing> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  refuseOver(candidacy);
  const { program, standing, facts } = candidacy;
  const problems = findClaimProblems(program, requirement, claim, scope.now.toISOString().slice(0, 10));
  const first = problems[0];
  if (first) throw new Problem('invalid', 'candidacies.wrong-claim', first.message, problems);
  if (!isEditable(standing, facts, requirement)) {
    const title = findRequirement(program, requirement)?.title ?? requirement;
    throw notEditable(`"${title}" was submitted, and nobody has asked for more. Wait for the review.`);
  }
  await requireFiles(scope, candidacyId, filesOf(claim));
  if (countsAtOnce(claim)) return declareNow(scope, candidacy, requirement, claim);
  return saveDraft(scope, candidacy, requirement, claim);
};

/** Stated again, it changes nothing unless somebody has denied it. */
const declareNow = async (scope: Scope, candidacy: Candidacy, requirement: string, claim: Claim): Promise<Standing> => {
  const { facts, standing, personId, drafts, program } = candidacy;
  const title = findRequirement(program, requirement)?.title ?? requirement;
  const before = findReviewed(facts, requirement)?.declared.data.claim;
  const own = standing.statements.filter((statement) => statement.requirement === requirement);
  const isSame = before !== undefined && canonicalJson(before) === canonicalJson(claim);
  if (isSame && own.every(({ confirmed }) => confirmed !== false)) return standing;
  if (own.some(({ state }) => state === 'waiting')) {
    throw notEditable(`Somebody is asked to confirm "${title}". Take that request back first, then change it.`);
  }
  if (own.some(({ confirmed }) => confirmed === true)) throw notEditable(`"${title}" is confirmed already.`);
  const by = { kind: 'candidate', id: personId } as const;
  const declared: NewFact = { kind: 'requirement-declared', data: { requirement, claim }, by };
  if (claim.kind !== 'registration') return (await recordFactsOn(scope, candidacy, [declared])).standing;
  // What registering costs rests on the membership, which counts from now on.
  const membership = drafts.find(({ section }) => section === membershipSection);
  if (membership?.content.kind !== 'membership') return (await recordFactsOn(scope, candidacy, [declared])).standing;
  const proof = await verifiedByRoll(scope, personId, membership.content);
  await deleteDraft(scope, candidacy, membershipSection);
  const left = drafts.filter((draft) => draft !== membership);
  const claimed = [factOfDraft(membership, by), ...proof, declared];
  return (await recordFactsOn(scope, { ...candidacy, drafts: left }, claimed)).standing;
};
