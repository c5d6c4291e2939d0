import { isSession, type Rated } from '@testamur/program';
import { newId } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import { recordAudit } from '../audit/index.ts';
import { loadCandidacy } from '../candidacies/index.ts';
import { getPerson } from '../identity/index.ts';
import { sendMessage } from '../notifications/index.ts';
import { type AttemptKey, ratedOf } from './store.ts';

export interface RatingOrder extends AttemptKey {
  readonly examinerId: string;
}

interface Asked {
  readonly assessment: Rated;
  readonly examinerName: string;
  readonly organizationName: string;
  readonly programTitle: string;
  readonly number: string;
  readonly url: string;
}

const mailOf = ({ assessment, examinerName, organizationName, programTitle, number, url }: Asked) => {
  const { title } = assessment;
  const what = `the assessment "${title}" of the program ${programTitle}, candidacy ${number}`;
  const body = isSession(assessment)
    ? [
        `${organizationName} asks you to examine ${what}.`,
        `The rubric, the candidate and the window in which it has to be held are here: ${url}`,
        'Agree the day with the organization, examine, and submit your marks there with the day on which it was held.',
        'If you know the candidate, or cannot judge freely, do not examine and tell the program manager.',
      ]
    : [
        `${organizationName} asks you to rate ${what}.`,
        `The work and the rubric are here: ${url}`,
        'If you know the candidate by the work, or cannot judge it freely, do not rate it and tell the program manager.',
      ];
  return {
    subject: `${isSession(assessment) ? 'Please examine' : 'Please rate'}: ${title}, ${number}`,
    body: [`Dear ${examinerName},`, ...body].join('\n\n'),
  };
};

/** Makes the rating that an examiner was asked for, once, and writes to them. */
export const openRating = async (scope: Scope, order: RatingOrder, publicUrl: string): Promise<void> => {
  const { trx, organization, now } = scope;
  const { candidacyId, assessmentId, attempt, examinerId } = order;
  const { program, number, personId } = await loadCandidacy(scope, candidacyId);
  const id = newId();
  const inserted = await trx
    .insertInto('rating')
    .values({
      organization_id: organization.id,
      id,
      candidacy_id: candidacyId,
      assessment_id: assessmentId,
      attempt,
      examiner_id: examinerId,
      asked_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) return;
  await trx
    .insertInto('locator')
    .values({ id, kind: 'rating', organization_id: organization.id, person_id: personId })
    .execute();
  const examiner = await getPerson(trx, examinerId);
  const mail = mailOf({
    assessment: ratedOf(program, assessmentId),
    examinerName: examiner.name,
    organizationName: organization.name,
    programTitle: program.title,
    number,
    url: `${publicUrl}/staff/${organization.slug}/ratings/${id}`,
  });
  await sendMessage(scope, {
    personId: examinerId,
    to: examiner.email,
    template: 'scoring.rating-asked',
    ...mail,
    occasion: `scoring.rating-asked:${id}`,
  });
  const detail = { assessmentId, attempt, examinerId };
  await recordAudit(scope, { action: 'scoring.openRating', subject: `rating:${id}`, detail });
};
