import type { FactData, FactKind } from '../facts.ts';
import { findAssessment, findFee } from '../lookup.ts';
import type { Program } from '../schema/program.ts';
import { authorizationTerms, invoiceTerms } from '../standing/acts.ts';
import { credentialTerm } from '../standing/credential/terms.ts';
import type { NextAction, Standing } from '../standing/types.ts';
import { apply } from './applying.ts';

/** One choice of the world: an integer from 0 to 99 that decides how an act turns out. */
export type Luck = number;

export type Draft = { [K in FactKind]: { kind: K; data: FactData[K] } }[FactKind];

const draft = <K extends FactKind>(kind: K, data: FactData[K]): Draft => ({ kind, data }) as Draft;

function result(assessment: string, standing: Standing, luck: Luck): Draft {
  const attempt = standing.assessments.find((found) => found.assessment === assessment)?.attempt ?? 1;
  const passed = luck < 65;
  return draft('result-released', { assessment, attempt, passed, score: passed ? 80 : 50, maxScore: 100, byTopic: [] });
}

/** What happens when somebody does what a standing names as the next action; nothing when it is not its time yet. */
export function carryOut(program: Program, standing: Standing, action: NextAction, luck: Luck): readonly Draft[] {
  const { at, credential, renewal } = standing;
  const subject = action.subject ?? '';
  const found = standing.assessments.find(({ assessment }) => assessment === subject);
  const attempt = found?.attempt ?? 1;
  const unique = `${at}-${luck}`;
  switch (action.kind) {
    case 'choose-region':
    case 'complete-requirement':
    case 'request-statement':
    case 'give-statement':
    case 'submit-application':
    case 'review-requirement':
      return apply(program, standing, action, luck) ?? [];
    case 'review-membership':
      return [draft('membership-judged', { payerClass: subject, verified: luck < 70, reason: 'Looked up.' })];
    case 'decide-accommodation':
      return [draft('accommodation-decided', { granted: luck < 80, timeMultiplier: 1.5, reason: 'Documented.' })];
    case 'issue-invoice': {
      const { lines: _, ...terms } = invoiceTerms(program, standing, subject, action.target ?? {});
      return [draft('fee-invoiced', { ...terms, invoiceId: unique })];
    }
    case 'pay-fee': {
      const owed = standing.owed.find(({ fee, invoiceId }) => fee === subject && invoiceId !== undefined);
      if (owed?.invoiceId === undefined) return [];
      const { fee, invoiceId, currency } = owed;
      const amountMinor = luck < 85 ? owed.amountMinor : Math.ceil(owed.amountMinor / 2);
      const isVoucher = luck % 4 === 0 && findFee(program, fee)?.vouchers === true;
      const voucher = isVoucher ? { voucherId: unique } : {};
      return [draft('fee-settled', { fee, invoiceId, amountMinor, currency, ...voucher })];
    }
    case 'authorize-test':
      return [draft('test-authorized', authorizationTerms(program, standing, subject))];
    case 'take-exam':
      return found?.state === 'open'
        ? [draft('attempt-begun', { assessment: subject, attempt, attemptId: unique })]
        : [];
    case 'continue-exam':
      return [
        draft('attempt-sealed', {
          assessment: subject,
          attempt,
          attemptId: found?.attemptId ?? '',
          byClock: luck > 50,
        }),
      ];
    case 'submit-portfolio':
      return found?.state === 'open'
        ? [draft('portfolio-submitted', { assessment: subject, attempt, pieces: 1 + (luck % 10) })]
        : [];
    case 'attend-session':
    case 'take-course':
    case 'assign-examiner':
      return [];
    case 'record-session':
      return [draft('session-held', { assessment: subject, attempt, heldOn: at.slice(0, 10) })];
    case 'record-module': {
      const course = findAssessment(program, subject);
      const done = new Set(found?.modulesDone);
      const next = course?.kind === 'course' ? course.modules.list.find(({ id }) => !done.has(id)) : undefined;
      return next === undefined ? [] : [draft('module-completed', { assessment: subject, attempt, module: next.id })];
    }
    case 'release-result':
      return [result(subject, standing, luck)];
    case 'record-decision':
      return [draft('decision-recorded', { outcome: luck < 95 ? 'certify' : 'refuse', reason: 'Weighed.' })];
    case 'issue-credential':
      return [
        draft('credential-granted', {
          credentialId: unique,
          number: unique,
          ...credentialTerm(program, at, credential),
        }),
      ];
    case 'choose-renewal-route': {
      const route = renewal?.routes[luck % renewal.routes.length];
      return renewal === undefined || route === undefined
        ? []
        : [draft('renewal-route-chosen', { cycle: renewal.cycle, route: route.id })];
    }
    case 'log-education':
      return [
        draft('education-logged', {
          entryId: unique,
          title: 'Course',
          provider: 'Hill College',
          hours: 5 + (luck % 20),
          completedOn: at.slice(0, 10),
          fileIds: [],
        }),
      ];
    case 'review-education': {
      const waiting = renewal?.entries.find(({ state, counts }) => state === 'waiting' && counts);
      if (waiting === undefined) return [];
      const verdict = luck < 85 ? 'accepted' : 'not-accepted';
      return [draft('education-judged', { entryId: waiting.entryId, verdict, reason: 'Looked at.' })];
    }
    case 'submit-renewal':
      return renewal?.state === 'open' ? [draft('renewal-submitted', { cycle: renewal.cycle })] : [];
    case 'approve-renewal':
      return [draft('decision-recorded', { outcome: 'certify', reason: 'Everything is there.' })];
    case 'resolve-suspension': {
      const credentialId = credential?.credentialId ?? '';
      return luck < 80
        ? [draft('credential-reinstated', { credentialId, reason: 'Settled.' })]
        : [draft('credential-revoked', { credentialId, reason: 'Proven.' })];
    }
  }
}

/** Things that nobody asked for and that happen all the same. */
export function disturb(standing: Standing, luck: Luck): readonly Draft[] {
  const credentialId = standing.credential?.credentialId;
  if (luck < 15) return [draft('membership-claimed', { payerClass: 'member', memberNumber: '1' })];
  if (luck < 30) return [draft('accommodation-requested', { request: 'Extra time.' })];
  if (luck < 40) return [draft('listing-consented', { listed: luck % 2 === 0 })];
  if (luck < 44) return [draft('candidacy-withdrawn', { reason: 'Moved away.' })];
  if (credentialId === undefined) return [];
  if (luck < 70) return [draft('credential-suspended', { credentialId, reason: 'A complaint.' })];
  if (luck < 75) return [draft('credential-revoked', { credentialId, reason: 'Proven.' })];
  if (luck < 80) return [draft('credential-surrendered', { credentialId })];
  return [];
}
