import type { NextAction, Program, Standing, StandingLine } from '@testamur/program';
import { candidacyPath } from '../candidacy.ts';
import { regionSlug } from '../sections/sections.ts';

type Where = Pick<Standing, 'at' | 'owed' | 'next' | 'assessments' | 'credential' | 'status' | 'region' | 'track'>;

/** Several invoices of one fee, such as those of two years, are told apart by their order: both lists have the same. */
const payPath = (candidacyId: string, { owed, next }: Where, action: NextAction): string => {
  const own = owed.filter(({ fee, invoiceId }) => fee === action.subject && invoiceId !== undefined);
  const alike = next.filter(({ kind, subject }) => kind === 'pay-fee' && subject === action.subject);
  const invoiceId = (own[alike.indexOf(action)] ?? own[0])?.invoiceId;
  return candidacyPath(candidacyId, invoiceId === undefined ? '/fees' : `/fees/${invoiceId}/pay`);
};

/** Before its window opens an assessment cannot be begun. */
const isOpen = ({ at, assessments }: Where, id: string | undefined): boolean => {
  const window = assessments.find((one) => one.assessment === id)?.window;
  return window === undefined || window.from <= at;
};

/** Where the candidate does what comes next; undefined where nothing can be done yet, or by somebody else. */
export const actionPath = (
  candidacyId: string,
  action: NextAction,
  standing: Where,
  program: Program,
): string | undefined => {
  if (action.actor !== 'candidate') return undefined;
  const { kind, subject } = action;
  const credential = standing.credential?.credentialId;
  switch (kind) {
    case 'choose-region':
      return candidacyPath(candidacyId, `/apply/${regionSlug(program, standing)}`);
    case 'complete-requirement':
    case 'request-statement':
      return candidacyPath(candidacyId, `/apply/${subject}`);
    case 'submit-application':
      return candidacyPath(candidacyId, '/check');
    case 'pay-fee':
      return payPath(candidacyId, standing, action);
    case 'take-exam':
      return isOpen(standing, subject) ? candidacyPath(candidacyId, `/exam/${subject}`) : undefined;
    case 'continue-exam': {
      const attempt = standing.assessments.find((one) => one.assessment === subject)?.attemptId;
      return attempt === undefined ? undefined : `/exam/${attempt}`;
    }
    case 'submit-portfolio':
      return candidacyPath(candidacyId, `/portfolio/${subject}`);
    case 'attend-session':
      return candidacyPath(candidacyId, `/session/${subject}`);
    case 'take-course':
      return candidacyPath(candidacyId, `/course/${subject}`);
    case 'choose-renewal-route':
    case 'log-education':
    case 'submit-renewal':
      return credential === undefined ? undefined : `/me/credentials/${credential}/renew`;
    default:
      return undefined;
  }
};

const pages = {
  exam: 'exam',
  portfolio: 'portfolio',
  performance: 'session',
  oral: 'session',
  'hands-on': 'session',
  course: 'course',
} as const satisfies Record<Standing['assessments'][number]['kind'], string>;

const assessmentPath = (candidacyId: string, id: string, { assessments }: Where): string | undefined => {
  const found = assessments.find((one) => one.assessment === id);
  if (found === undefined) return undefined;
  const page = pages[found.kind];
  // How a session is held and what a course teaches can be read at any time.
  if (page === 'course' || (page === 'session' && found.result === undefined)) {
    return candidacyPath(candidacyId, `/${page}/${id}`);
  }
  if (page === 'portfolio' && found.state !== 'locked' && found.result === undefined) {
    return candidacyPath(candidacyId, `/portfolio/${id}`);
  }
  if (found.state === 'under-way' && found.attemptId !== undefined) return `/exam/${found.attemptId}`;
  if (found.state === 'open') return candidacyPath(candidacyId, `/${page}/${id}`);
  return found.result === undefined ? undefined : candidacyPath(candidacyId, '/results');
};

/** Where a row of the standing leads; undefined where there is nothing to see yet. */
export const linePath = (candidacyId: string, line: StandingLine, standing: Where): string | undefined => {
  const credential = standing.credential?.credentialId;
  switch (line.kind) {
    case 'requirement':
      if (line.id !== 'application') return candidacyPath(candidacyId, `/apply/${line.id}`);
      return candidacyPath(candidacyId, standing.status === 'draft' ? '/check' : '/submitted');
    case 'fee':
      return candidacyPath(candidacyId, '/fees');
    case 'assessment':
      return assessmentPath(candidacyId, line.id, standing);
    case 'decision':
      return credential === undefined ? undefined : `/me/credentials/${credential}`;
    case 'renewal':
      return credential === undefined ? undefined : `/me/credentials/${credential}/renew`;
  }
};
