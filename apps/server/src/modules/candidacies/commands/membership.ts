import { defaultPayerClass, type Fact, findPayerClass, type Standing } from '@testamur/program';
import { formatMoney, Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { recordFactsOn } from '../facts.ts';
import { verifiedByRoll } from '../member-roll.ts';
import { isSubmitted } from '../rules/claims.ts';
import { type DraftContent, factOfDraft, membershipSection } from '../rules/drafts.ts';
import { findMembership } from '../rules/membership.ts';
import { type Candidacy, loadCandidacy } from '../store.ts';
import { dropDraft, saveDraft } from './drafts.ts';
import { notEditable, refuseOver } from './refusals.ts';

type MembershipContent = Extract<DraftContent, { kind: 'membership' }>;

/** From then on a fee may rest on the membership. */
const isRegistered = (facts: readonly Fact[]): boolean =>
  facts.some((fact) => fact.kind === 'requirement-declared' && fact.data.claim.kind === 'registration');

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
  if (isSubmitted(facts) || isRegistered(facts)) return claimMembershipNow(scope, candidacy, content);
  if (memberNumber === null) return dropDraft(scope, candidacy, membershipSection);
  return saveDraft(scope, candidacy, membershipSection, content);
};

/** After the registration or the submission a claim counts at once; the same claim again changes nothing. */
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
