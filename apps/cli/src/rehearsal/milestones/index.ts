import { isAccepted } from '../standings.ts';
import { application } from './application.ts';
import { authorization } from './authorization.ts';
import { courseLocked } from './course-locked.ts';
import { grants } from './grants.ts';
import type { Milestone } from './milestone.ts';
import { scoreReport } from './score-report.ts';

export type { Milestone } from './milestone.ts';

const accepted: Milestone = {
  isReached: isAccepted,
  celebrate: async ({ journal }) => journal.pass('Application accepted'),
};

const passed: Milestone = {
  isReached: ({ status, credential }) => status === 'waiting-for-decision' || credential !== undefined,
  celebrate: async ({ journal }) => journal.pass('Everything passed'),
};

const certified: Milestone = {
  isReached: ({ credential }) => credential !== undefined,
  celebrate: async ({ journal }) => journal.pass('Certified'),
};

/** In the order in which they are looked at. */
export const milestones: readonly Milestone[] = [
  courseLocked,
  application,
  accepted,
  grants,
  authorization,
  passed,
  scoreReport,
  certified,
];
