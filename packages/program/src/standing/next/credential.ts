import { text } from '../../messages/compose.ts';
import { isReviewed, type RenewalFinding, renewalDueAt } from '../credential/renewal.ts';
import type { Situation } from '../situation.ts';
import type { NextAction } from '../types.ts';
import { listAttemptActions } from './assessments.ts';

function issuing({ program }: Situation): readonly NextAction[] {
  const { title } = program.credential;
  return [{ kind: 'issue-credential', actor: 'system', title: text('action.issue-credential', { title }) }];
}

/** Once everything is passed: the decision, and the credential that follows from it. */
export function listDecisionActions(situation: Situation): readonly NextAction[] {
  const { decision, credential, program } = situation;
  if (credential !== undefined || decision.readyAt === undefined) return [];
  if (decision.decision?.data.outcome === 'certify') return issuing(situation);
  const actor = program.decision?.by === 'rule' ? 'system' : 'decider';
  return [{ kind: 'record-decision', actor, title: text('action.record-decision') }];
}

/** Entries that somebody has to look at; where only a share of renewals is looked at, from its submission on. */
function reviewing(renewal: RenewalFinding, { ledger }: Situation): readonly NextAction[] {
  const count = renewal.education.waitingIds.length;
  if (count === 0 || !isReviewed(ledger, renewal)) return [];
  return [{ kind: 'review-education', actor: 'reviewer', title: text('action.review-education', { count }) }];
}

function choosing(by: { by?: string }): NextAction {
  return { kind: 'choose-renewal-route', actor: 'candidate', title: text('action.choose-renewal-route'), ...by };
}

/** What the route asks for before the renewal can be submitted. */
function preparing(renewal: RenewalFinding, situation: Situation, by: { by?: string }): readonly NextAction[] {
  const { route, exam, education } = renewal;
  if (route === undefined) return [choosing(by)];
  if (route.kind === 'education') {
    const title = text('action.log-education', { missing: education.hoursMissing, unit: route.unit ?? 'hours' });
    return [{ kind: 'log-education', actor: 'candidate', title, ...by }, ...reviewing(renewal, situation)];
  }
  if (exam === undefined) return [];
  const others = situation.program.renewal.routes.length > 1 ? [choosing(by)] : [];
  if (exam.history.phase === 'used-up' || exam.lost !== undefined) {
    const { id: subject, title } = exam.history.assessment;
    const words = text('action.authorize-again', { title });
    return [...others, { kind: 'authorize-test', actor: 'program-manager', subject, title: words }];
  }
  const acts = listAttemptActions(exam, situation);
  if (acts.length > 0 || exam.fees.some(({ state }) => state !== 'free' && state !== 'settled')) {
    return acts;
  }
  return others;
}

function renewing(renewal: RenewalFinding, situation: Situation): readonly NextAction[] {
  const { at } = situation;
  const { submitted, terms, isComplete, isApprovable, isApproved } = renewal;
  const due = renewalDueAt(renewal, at);
  const by = due < at ? {} : { by: due };
  if (!isComplete) return preparing(renewal, situation, by);
  if (submitted === undefined) {
    const from = terms.renewalOpensAt;
    const title = at < from ? text('action.submit-renewal-from', { from }) : text('action.submit-renewal');
    return [{ kind: 'submit-renewal', actor: 'candidate', title, ...by }, ...reviewing(renewal, situation)];
  }
  if (isApproved) return issuing(situation);
  if (isApprovable) return [{ kind: 'approve-renewal', actor: 'decider', title: text('action.approve-renewal') }];
  return reviewing(renewal, situation);
}

/** While a credential can still be kept or brought back. */
export function listCredentialActions(situation: Situation): readonly NextAction[] {
  const { credential, renewal } = situation;
  if (credential === undefined || renewal === undefined) return [];
  if (credential.status === 'suspended') {
    return [{ kind: 'resolve-suspension', actor: 'decider', title: text('action.resolve-suspension') }];
  }
  return renewing(renewal, situation);
}
