import { text } from '../../messages/compose.ts';
import { type RenewalFinding, renewalDueAt } from '../credential/renewal.ts';
import { isDone } from '../fees/fee.ts';
import type { Situation } from '../situation.ts';
import type { NextAction } from '../types.ts';

/** Once everything is passed: the decision, and the credential that follows from it. */
export function listDecisionActions({ decision, credential, program }: Situation): readonly NextAction[] {
  if (credential !== undefined || decision.readyAt === undefined) return [];
  if (decision.decision?.data.outcome === 'certify') {
    const { title } = program.credential;
    return [{ kind: 'issue-credential', actor: 'system', title: text('action.issue-credential', { title }) }];
  }
  return [{ kind: 'record-decision', actor: 'decider', title: text('action.record-decision') }];
}

function reviewing({ education }: RenewalFinding): readonly NextAction[] {
  return education.waitingIds.length === 0
    ? []
    : [
        {
          kind: 'review-education',
          actor: 'reviewer',
          title: text('action.review-education', { count: education.waitingIds.length }),
        },
      ];
}

function renewing(renewal: RenewalFinding, situation: Situation): readonly NextAction[] {
  const { at } = situation;
  const { education, hoursNeeded, submitted, fee, terms } = renewal;
  const due = renewalDueAt(renewal, at);
  const by = due < at ? {} : { by: due };
  const missing = Math.round((hoursNeeded - education.hoursLogged) * 100) / 100;
  if (missing > 0) {
    const title = text('action.log-education', { missing });
    return [{ kind: 'log-education', actor: 'candidate', title, ...by }, ...reviewing(renewal)];
  }
  if (submitted === undefined) {
    const from = terms.renewalOpensAt;
    const title = at < from ? text('action.submit-renewal-from', { from }) : text('action.submit-renewal');
    return [{ kind: 'submit-renewal', actor: 'candidate', title, ...by }, ...reviewing(renewal)];
  }
  const isApprovable = education.hoursAccepted >= hoursNeeded && (fee === undefined || isDone(fee));
  if (isApprovable) return [{ kind: 'approve-renewal', actor: 'decider', title: text('action.approve-renewal') }];
  return reviewing(renewal);
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
