import type { Instant } from '../facts.ts';
import { text } from '../messages/compose.ts';
import { type AssessmentFinding, isNext } from './assessments/finding.ts';
import type { RenewalFinding } from './credential/renewal.ts';
import type { Situation } from './situation.ts';
import type { Deadline } from './types.ts';

function deadlinesOfApplication({ application }: Situation): readonly Deadline[] {
  const at = application.validUntil;
  if (at === undefined) return [];
  const title = application.phase === 'draft' ? text('deadline.draft') : text('deadline.answer');
  return [{ id: 'application', at, title, consequence: text('deadline.application-then') }];
}

function deadlinesOfAssessment(found: AssessmentFinding, situation: Situation): readonly Deadline[] {
  const { assessment, authorization, retakeUntil } = found.history;
  const { id, title, kind } = assessment;
  const deadlines: Deadline[] = [];
  const kept = situation.passing.keptUntil.get(id);
  if (kept !== undefined) {
    deadlines.push({
      id: `kept:${id}`,
      at: kept,
      title: text('deadline.kept', { title }),
      consequence: text('deadline.kept-then', { title }),
    });
  }
  if (!isNext(found, situation.application)) return deadlines;
  if (found.feeDueAt !== undefined) {
    deadlines.push({
      id: `fee:${id}`,
      at: found.feeDueAt,
      title: text('deadline.fee', { title }),
      consequence: text('deadline.closed-then'),
    });
  }
  if (found.window?.until !== undefined) {
    const name = kind === 'exam' ? text('deadline.exam', { title }) : text('deadline.portfolio', { title });
    deadlines.push({
      id: `window:${id}`,
      at: found.window.until,
      title: name,
      consequence: text('deadline.closed-then'),
    });
  } else if (retakeUntil !== undefined && authorization === undefined) {
    const consequence = text('deadline.retake-then');
    deadlines.push({ id: `retake:${id}`, at: retakeUntil, title: text('deadline.retake', { title }), consequence });
  }
  return deadlines;
}

function deadlinesOfRenewal({ terms, isHeld, fee }: RenewalFinding, at: Instant): readonly Deadline[] {
  const deadlines: Deadline[] = [];
  const dueAt = fee?.state === 'open' ? fee.invoice?.issued.data.dueAt : undefined;
  if (dueAt !== undefined) {
    deadlines.push({
      id: 'fee:renewal',
      at: dueAt,
      title: text('deadline.renewal-fee'),
      consequence: text('deadline.renewal-fee-then'),
    });
  }
  // Whoever has handed in everything has met these dates.
  if (isHeld) return deadlines;
  const renewalThen = text('deadline.renewal-then', { graceUntil: terms.graceUntil });
  deadlines.push({ id: 'renewal', at: terms.validUntil, title: text('deadline.renewal'), consequence: renewalThen });
  deadlines.push({
    id: 'grace',
    at: terms.graceUntil,
    title: text('deadline.grace'),
    consequence: text('deadline.grace-then'),
  });
  if (at > terms.validUntil) {
    const title = text('deadline.reinstatement');
    deadlines.push({
      id: 'reinstatement',
      at: terms.reinstatementUntil,
      title,
      consequence: text('deadline.reinstatement-then'),
    });
  }
  return deadlines;
}

/** The deadlines ahead, the next one first. One that has passed is gone: the status says what followed. */
export function listDeadlines(situation: Situation): readonly Deadline[] {
  const { at, credential, renewal, assessments, passing } = situation;
  const isOpen = passing.known.state !== 'met';
  const all =
    credential !== undefined
      ? renewal === undefined
        ? []
        : deadlinesOfRenewal(renewal, at)
      : [
          ...deadlinesOfApplication(situation),
          ...(isOpen ? assessments.flatMap((found) => deadlinesOfAssessment(found, situation)) : []),
        ];
  return all
    .filter((deadline) => deadline.at >= at)
    .sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1));
}
