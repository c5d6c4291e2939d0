import { sql } from 'kysely';
import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { getPerson } from '../identity/index.ts';
import { listProgramsInForce } from '../programs/index.ts';
import { recordFactsOn } from './facts.ts';
import type { NewFact } from './rules/drafts.ts';
import { parseRoll, type RollMember } from './rules/member-roll.ts';
import { findMembership } from './rules/membership.ts';
import { loadCandidacy } from './store.ts';

interface Claimed {
  readonly payerClass: string;
  readonly memberNumber: string;
}

/**
 * The verdict of the system where the list names this number with the person's own, confirmed address, and was brought
 * by somebody else: nobody verifies their own membership.
 */
export const verifiedByRoll = async (scope: Scope, personId: string, claimed: Claimed): Promise<readonly NewFact[]> => {
  const { trx, organization, now } = scope;
  const person = await getPerson(trx, personId);
  if (!person.emailVerified) return [];
  const member = await trx
    .selectFrom('member_roll')
    .select('valid_until')
    .where('organization_id', '=', organization.id)
    .where('payer_class', '=', claimed.payerClass)
    .where('member_number', '=', claimed.memberNumber)
    .where('email', '=', person.email.toLowerCase())
    .where('valid_until', '>=', now.toISOString().slice(0, 10))
    .where((where) => where.or([where('imported_by', 'is', null), where('imported_by', '<>', personId)]))
    .executeTakeFirst();
  if (!member) return [];
  const reason = `On the list of members with this number and e-mail address, valid until ${member.valid_until}.`;
  return [
    {
      kind: 'membership-judged',
      data: { payerClass: claimed.payerClass, verified: true, reason },
      by: { kind: 'system' },
    },
  ];
};

/** Replaces the list of one payer class, and verifies the claims that wait and that it proves. */
export const importMemberRoll = async (
  scope: Scope,
  byPersonId: string,
  payerClass: string,
  csv: string,
): Promise<{ members: number; verifiedNow: number }> => {
  await requirePayerClass(scope, payerClass);
  const parsed = parseRoll(csv);
  if (!parsed.ok) {
    const first = parsed.problems[0]?.message ?? '';
    const message = `The list was not taken over, and the one before it stays in force. ${first}`;
    throw new Problem('invalid', 'candidacies.roll-refused', message, parsed.problems);
  }
  await replaceRoll(scope, byPersonId, payerClass, parsed.members);
  return { members: parsed.members.length, verifiedNow: await verifyWaiting(scope, payerClass) };
};

const requirePayerClass = async ({ trx, organization }: Scope, payerClass: string): Promise<void> => {
  const programs = await listProgramsInForce(trx, organization.id);
  const classes = programs.flatMap((program) => program.payerClasses.filter((one) => one.proof === 'membership'));
  if (classes.some((one) => one.id === payerClass)) return;
  const known = [...new Set(classes.map((one) => one.id))].join(', ');
  const message =
    `No program here has a member price "${payerClass}". ${known === '' ? '' : `There is: ${known}.`}`.trim();
  throw new Problem('invalid', 'candidacies.roll-refused', message, [{ path: 'payerClass', message }]);
};

const replaceRoll = async (
  scope: Scope,
  byPersonId: string,
  payerClass: string,
  members: readonly RollMember[],
): Promise<void> => {
  const { trx, organization, now } = scope;
  await trx
    .deleteFrom('member_roll')
    .where('organization_id', '=', organization.id)
    .where('payer_class', '=', payerClass)
    .execute();
  await sql`
    insert into member_roll (organization_id, payer_class, member_number, email, valid_until, imported_at, imported_by)
    select ${organization.id}::uuid, ${payerClass}, member."memberNumber", member.email, member."validUntil", ${now}::timestamptz,
      ${byPersonId}::uuid
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
      as member ("memberNumber" text, email text, "validUntil" date)`.execute(trx);
};

const verifyWaiting = async (scope: Scope, payerClass: string): Promise<number> => {
  const waiting = await scope.trx
    .selectFrom('queue_entry')
    .select('candidacy_id')
    .where('organization_id', '=', scope.organization.id)
    .where('queue', '=', 'membership')
    .where('subject', '=', payerClass)
    .orderBy('candidacy_id')
    .execute();
  let verified = 0;
  for (const { candidacy_id: candidacyId } of waiting) {
    const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
    const membership = findMembership(candidacy.program, candidacy.facts);
    if (membership?.state !== 'waiting') continue;
    const verdict = await verifiedByRoll(scope, candidacy.personId, membership);
    if (verdict.length === 0) continue;
    await recordFactsOn(scope, candidacy, verdict);
    verified += 1;
  }
  return verified;
};

export const getMemberRoll = async ({ trx, organization }: Scope, payerClass: string) => {
  const row = await trx
    .selectFrom('member_roll')
    .where('organization_id', '=', organization.id)
    .where('payer_class', '=', payerClass)
    .select((select) => [select.fn.countAll<number>().as('members'), select.fn.max('imported_at').as('importedAt')])
    .executeTakeFirstOrThrow();
  return row.importedAt === null
    ? { members: row.members }
    : { members: row.members, importedAt: new Date(row.importedAt).toISOString() };
};
