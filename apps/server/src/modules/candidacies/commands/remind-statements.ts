import { formatInstant, Problem } from '../../../kernel/index.ts';
import type { Scope, Viewer } from '../../../platform/http/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { dueReminder, findAsking, findStatement, remindFrom } from '../rules/statement-requests.ts';
import { listStatementRequests, markMailed } from '../statements.ts';
import { loadCandidacy } from '../store.ts';
import { getOpenRequest } from './ask-for-statement.ts';
import { refuseOver } from './refusals.ts';
import { sendStatementMail } from './statement-mail.ts';

const remindedLately = (name: string, mailedAt: Date) =>
  new Problem(
    'rule-broken',
    'candidacies.reminded-lately',
    `${name} was written to on ${formatInstant(mailedAt)}. You can remind them again from ${formatInstant(remindFrom(mailedAt))} on.`,
  );

/** By hand, a day after the last mail at the earliest. */
export const remindStatement = async (
  scope: Scope,
  publicUrl: string,
  viewer: Viewer,
  candidacyId: string,
  requestId: string,
): Promise<{ remindedAt: string }> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  refuseOver(candidacy);
  const { request, statement, requirement } = await getOpenRequest(scope, candidacy, requestId);
  if (remindFrom(request.mailedAt) > scope.now) throw remindedLately(request.name, request.mailedAt);
  if (!(await markMailed(scope, request))) throw remindedLately(request.name, scope.now);
  const remindedAt = scope.now.toISOString();
  const sending = { candidacy, requirement, request, until: statement.until, isReminder: true };
  await sendStatementMail(scope, publicUrl, { ...sending, occasion: remindedAt, actingFor: viewer.personId });
  return { remindedAt };
};

/** Those whose time has come by the rule of the requirement, each reminder once. */
export const remindDueStatements = async (scope: Scope, publicUrl: string, candidacyId: string): Promise<void> => {
  // Nearly every change is of a candidacy in which nobody is asked for anything.
  if ((await listStatementRequests(scope, candidacyId)).length === 0) return;
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  const { standing, program } = candidacy;
  if (standing.final) return;
  const reminded: string[] = [];
  for (const request of await listStatementRequests(scope, candidacyId)) {
    const requirement = findAsking(program, request.requirement);
    const statement = findStatement(standing, request.id);
    if (!requirement || !statement) continue;
    const due = dueReminder(requirement, statement, request.mailedAt, scope.now);
    if (due === undefined || !(await markMailed(scope, request))) continue;
    const sending = { candidacy, requirement, request, until: statement.until, isReminder: true };
    await sendStatementMail(scope, publicUrl, { ...sending, occasion: due, actingFor: undefined });
    reminded.push(request.id);
  }
  if (reminded.length === 0) return;
  const subject = `candidacy:${candidacyId}`;
  await recordAudit(scope, { action: 'candidacies.remindStatements', subject, detail: { requestIds: reminded } });
};
