import type { NextAction, Standing } from '@testamur/program';
import { holds } from '../../staff/place.ts';
import type { messages } from './messages.ts';

export interface NextPlace {
  readonly to: string;
  readonly words: keyof typeof messages;
}

interface Reader {
  readonly base: string;
  readonly roles: readonly string[];
  readonly candidacyId: string;
}

/** Where this reader does what waits; undefined for what somebody else does. */
export const nextPlace = (
  { kind, subject }: Pick<NextAction, 'kind' | 'subject'>,
  standing: Pick<Standing, 'owed' | 'credential'>,
  { base, roles, candidacyId }: Reader,
): NextPlace | undefined => {
  const candidacy = `${base}/candidacies/${candidacyId}`;
  const may = (...any: readonly string[]) => holds({ roles }, ...any);
  const place = (to: string, words: NextPlace['words'], ...any: readonly string[]): NextPlace | undefined =>
    may(...any) ? { to, words } : undefined;
  switch (kind) {
    case 'review-requirement':
      return place(`${candidacy}#requirement-${subject ?? ''}`, 'goRequirement', 'reviewer');
    case 'review-membership':
      return place(`${candidacy}#membership`, 'goMembership', 'reviewer', 'finance');
    case 'decide-accommodation':
      return place(`${candidacy}#accommodation`, 'goAccommodation', 'program-manager');
    case 'review-education':
      return place(`${candidacy}#continuing-education`, 'goEducation', 'reviewer');
    case 'pay-fee': {
      const invoiceId = standing.owed.find(({ fee }) => fee === subject)?.invoiceId;
      if (invoiceId === undefined) return undefined;
      return place(`${base}/billing/${invoiceId}`, 'goInvoice', 'finance', 'program-manager', 'auditor');
    }
    case 'assign-examiner':
      return place(`${candidacy}/examiner/${subject ?? ''}`, 'goExaminer', 'program-manager');
    case 'record-session':
      if (may('examiner')) return place(`${base}/ratings`, 'goRatings', 'examiner');
      return place(`${candidacy}/examiner/${subject ?? ''}`, 'goExaminer', 'program-manager');
    case 'record-module':
      return place(`${candidacy}/course/${subject ?? ''}`, 'goCourse', 'examiner', 'program-manager');
    case 'release-result':
      return place(`${base}/results`, 'goResults', 'psychometrician');
    case 'record-decision':
      return place(`${candidacy}/decision`, 'goDecision', 'program-manager');
    case 'approve-renewal':
      return place(`${candidacy}/renewal`, 'goRenewal', 'program-manager');
    case 'resolve-suspension': {
      const credential = standing.credential?.credentialId;
      return credential === undefined
        ? undefined
        : place(`${base}/credentials/${credential}`, 'goCredential', 'program-manager');
    }
    default:
      return undefined;
  }
};
