import type { NextAction, NextActionKind } from '@testamur/program';
import type { Role } from '../../../platform/operations/index.ts';
import type { QueueSlug } from '../contract/staff.ts';

export interface Queue {
  readonly label: string;
  readonly roles: readonly Role[];
}

/** Every queue, who works on it, and its name. Auditors see all of them. */
export const queues = {
  review: { label: 'Applications to review', roles: ['reviewer'] },
  membership: { label: 'Memberships to verify', roles: ['reviewer', 'finance'] },
  accommodation: { label: 'Accommodations to decide', roles: ['program-manager'] },
  payment: { label: 'Payments awaited', roles: ['finance'] },
  examiner: { label: 'Examiners to assign', roles: ['program-manager'] },
  ratings: { label: 'Ratings under way', roles: ['examiner'] },
  courses: { label: 'Course modules to record', roles: ['examiner', 'program-manager'] },
  results: { label: 'Results to release', roles: ['psychometrician'] },
  decision: { label: 'Decisions to record', roles: ['program-manager'] },
  education: { label: 'Education to review', roles: ['reviewer'] },
  renewal: { label: 'Renewals to approve', roles: ['program-manager'] },
} as const satisfies Record<QueueSlug, Queue>;

/**
 * Where each action waits. Several queues are stages of one piece of work: it enters the first, and the modules that
 * do the work move it on. What candidates, others behind a link and the system do waits in no queue, but for payments that
 * finance watches.
 */
const stages: Readonly<Record<NextActionKind, readonly QueueSlug[]>> = {
  'choose-region': [],
  'complete-requirement': [],
  'request-statement': [],
  'give-statement': [],
  'submit-application': [],
  'review-requirement': ['review'],
  'review-membership': ['membership'],
  'decide-accommodation': ['accommodation'],
  'issue-invoice': [],
  'pay-fee': ['payment'],
  'authorize-test': [],
  'take-exam': [],
  'continue-exam': [],
  'submit-portfolio': [],
  'attend-session': [],
  'record-session': ['examiner', 'ratings', 'results'],
  'take-course': [],
  'record-module': ['courses'],
  'assign-examiner': ['examiner', 'ratings', 'results'],
  'release-result': ['results'],
  'record-decision': ['decision'],
  'issue-credential': [],
  'choose-renewal-route': [],
  'log-education': [],
  'review-education': ['education'],
  'submit-renewal': [],
  'approve-renewal': ['renewal'],
  'resolve-suspension': ['decision'],
};

export const stagesOf = (kind: NextActionKind): readonly QueueSlug[] => stages[kind];

export interface QueuePlace {
  readonly queue: string;
  readonly subject: string;
}

/** Until an examiner has rated a piece of work, its result cannot be released, though a standing names both moves. */
const isLaterStage = (kind: NextActionKind, subject: string, next: readonly NextAction[]): boolean =>
  kind === 'release-result' &&
  next.some((other) => stages[other.kind].includes('ratings') && other.subject === subject);

/** What has to leave and to enter the queues, so that they hold what waits by `next` and nothing else. */
export const queueChanges = (
  next: readonly NextAction[],
  present: readonly QueuePlace[],
): { readonly leave: readonly QueuePlace[]; readonly enter: readonly QueuePlace[] } => {
  const keep = new Set<QueuePlace>();
  const enter: QueuePlace[] = [];
  for (const { kind, subject = '' } of next) {
    const places = isLaterStage(kind, subject, next) ? [] : stages[kind];
    const first = places[0];
    if (first === undefined) continue;
    const there = present.find((place) => place.subject === subject && places.some((queue) => queue === place.queue));
    if (there) keep.add(there);
    else if (!enter.some((place) => place.queue === first && place.subject === subject)) {
      enter.push({ queue: first, subject });
    }
  }
  return { leave: present.filter((place) => !keep.has(place)), enter };
};
