import type { NextAction, Standing, StandingLine } from '@testamur/program';
import { candidacyPath } from '../candidacy.ts';

type Where = Pick<Standing, 'at' | 'owed' | 'assessments' | 'credential' | 'status'>;

const payPath = (candidacyId: string, { owed }: Where, fee: string | undefined): string => {
  const invoiceId = owed.find((one) => one.fee === fee)?.invoiceId;
  return candidacyPath(candidacyId, invoiceId === undefined ? '/fees' : `/fees/${invoiceId}/pay`);
};

/** Before its window opens an assessment cannot be begun. */
const isOpen = ({ at, assessments }: Where, id: string | undefined): boolean => {
  const window = assessments.find((one) => one.assessment === id)?.window;
  return window === undefined || window.from <= at;
};

/** Where the candidate does what comes next; undefined where nothing can be done yet, or by somebody else. */
export const actionPath = (candidacyId: string, action: NextAction, standing: Where): string | undefined => {
  if (action.actor !== 'candidate') return undefined;
  const { kind, subject } = action;
  const credential = standing.credential?.credentialId;
  switch (kind) {
    case 'complete-requirement':
      return candidacyPath(candidacyId, `/apply/${subject}`);
    case 'submit-application':
      return candidacyPath(candidacyId, '/check');
    case 'pay-fee':
      return payPath(candidacyId, standing, subject);
    case 'take-exam':
      return isOpen(standing, subject) ? candidacyPath(candidacyId, `/exam/${subject}`) : undefined;
    case 'continue-exam': {
      const attempt = standing.assessments.find((one) => one.assessment === subject)?.attemptId;
      return attempt === undefined ? undefined : `/exam/${attempt}`;
    }
    case 'submit-portfolio':
      return candidacyPath(candidacyId, `/portfolio/${subject}`);
    case 'log-education':
    case 'submit-renewal':
      return credential === undefined ? undefined : `/me/credentials/${credential}/renew`;
    default:
      return undefined;
  }
};

const assessmentPath = (candidacyId: string, id: string, { assessments }: Where): string | undefined => {
  const found = assessments.find((one) => one.assessment === id);
  if (found === undefined) return undefined;
  if (found.kind === 'portfolio' && found.state !== 'locked' && found.result === undefined) {
    return candidacyPath(candidacyId, `/portfolio/${id}`);
  }
  if (found.state === 'under-way' && found.attemptId !== undefined) return `/exam/${found.attemptId}`;
  if (found.state === 'open') return candidacyPath(candidacyId, `/${found.kind}/${id}`);
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
