import { type Claim, defaultPayerClass, findPayerClass, findRequirement, type Standing } from '@testamur/program';
import { formatDay, formatMoney, Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { recordFactsOn } from '../facts.ts';
import { requireFiles } from '../files.ts';
import { verifiedByRoll } from '../member-roll.ts';
import { project } from '../projection.ts';
import { filesOf, findClaimProblems, isEditable, isSubmitted } from '../rules/claims.ts';
import { accommodationSection, type DraftContent, factOfDraft, membershipSection } from '../rules/drafts.ts';
import { findMembership } from '../rules/membership.ts';
import { type Candidacy, loadCandidacy } from '../store.ts';

type MembershipContent = Extract<DraftContent, { kind: 'membership' }>;

export const notEditable = (message: string) => new Problem('rule-broken', 'candidacies.not-editable', message);

/** A candidacy that is over takes nothing more. */
export const refuseOver = ({ standing }: Candidacy): void => {
  if (standing.final)
    throw notEditable('This candidacy is over, so nothing can be added to it. You can begin a new one.');
};

/** Saves one section; what it says counts when the application is submitted. */
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
  return saveDraft(scope, candidacy, requirement, claim);
};

/** With a number, the member price is asked for; with null, it no longer is. */
export const claimMembership = async (
  scope: Scope,
  candidacyId: string,
  payerClass: string,
  memberNumber: string | null,
): Promise<Standing> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  refuseOver(candidacy);
  const { program, standing, facts } = candidacy;
  const known = program.payerClasses.filter((one) => one.proof === 'membership');
  if (findPayerClass(program, payerClass)?.proof !== 'membership') {
    const message =
      known.length === 0
        ? 'This program has one price for all.'
        : `Choose one of these: ${known.map((one) => `${one.id} (${one.label})`).join(', ')}.`;
    throw new Problem('invalid', 'candidacies.no-such-payer-class', message, [{ path: 'payerClass', message }]);
  }
  const invoiced = standing.owed.find((owed) => owed.invoiceId !== undefined);
  if (invoiced) {
    const price = formatMoney(invoiced);
    throw notEditable(
      `The invoice over ${price} is made out already. A membership counts for later invoices once it is paid.`,
    );
  }
  const content: MembershipContent =
    memberNumber === null
      ? { kind: 'membership', payerClass: defaultPayerClass(program).id, memberNumber: '' }
      : { kind: 'membership', payerClass, memberNumber };
  if (isSubmitted(facts)) return claimMembershipNow(scope, candidacy, content);
  if (memberNumber === null) return dropDraft(scope, candidacy, membershipSection);
  return saveDraft(scope, candidacy, membershipSection, content);
};

/** After the submission a claim counts at once; the same claim again changes nothing. */
const claimMembershipNow = async (
  scope: Scope,
  candidacy: Candidacy,
  content: MembershipContent,
): Promise<Standing> => {
  const { program, facts, standing, personId } = candidacy;
  const before = findMembership(program, facts);
  const isSame = before?.payerClass === content.payerClass && before.memberNumber === content.memberNumber;
  const isNothing = before === undefined && content.memberNumber === '';
  if ((isSame && before.state !== 'refused') || isNothing) return standing;
  const by = { kind: 'candidate', id: personId } as const;
  const claimed = factOfDraft({ section: membershipSection, content, savedAt: scope.now }, by);
  const proof = await verifiedByRoll(scope, personId, content);
  return (await recordFactsOn(scope, candidacy, [claimed, ...proof])).standing;
};

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

const saveDraft = async (scope: Scope, candidacy: Candidacy, section: string, content: DraftContent) => {
  const { trx, organization, now } = scope;
  const saved = { claim: JSON.stringify(content), saved_at: now };
  await trx
    .insertInto('draft')
    .values({ organization_id: organization.id, candidacy_id: candidacy.id, requirement: section, ...saved })
    .onConflict((conflict) => conflict.columns(['organization_id', 'candidacy_id', 'requirement']).doUpdateSet(saved))
    .execute();
  return projectAgain(scope, candidacy.id);
};

const dropDraft = async (scope: Scope, { id }: Candidacy, section: string) => {
  await scope.trx
    .deleteFrom('draft')
    .where('organization_id', '=', scope.organization.id)
    .where('candidacy_id', '=', id)
    .where('requirement', '=', section)
    .execute();
  return projectAgain(scope, id);
};

const projectAgain = async (scope: Scope, candidacyId: string): Promise<Standing> => {
  const after = await loadCandidacy(scope, candidacyId);
  await project(scope, after);
  return after.standing;
};
