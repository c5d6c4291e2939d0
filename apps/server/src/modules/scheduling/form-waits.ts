import type { Exam } from '@testamur/program';
import { Problem } from '../../kernel/index.ts';
import type { Scope } from '../../platform/http/index.ts';
import type { Candidacy } from '../candidacies/index.ts';
import { getPerson, listMembersWithRole } from '../identity/index.ts';
import { chooseForm, countForms } from '../item-bank/index.ts';
import { sendMessage } from '../notifications/index.ts';
import { formNeededMail, waitMail } from './rules/form-mails.ts';
import { findTestAuthorization } from './store.ts';

/** The forms that a person has seen, in whatever candidacy and however the attempt ended. */
const listFormsSeen = async ({ trx, organization }: Scope, personId: string): Promise<readonly string[]> => {
  const rows = await trx
    .selectFrom('attempt')
    .select('form_id')
    .distinct()
    .where('organization_id', '=', organization.id)
    .where('person_id', '=', personId)
    .execute();
  return rows.map((row) => row.form_id);
};

/** A form of the candidate's edition that they have not seen; the same attempt draws the same one. */
export const findUnseenForm = async (
  scope: Scope,
  { id, personId, programId, edition }: Candidacy,
  assessmentId: string,
  attempt: number,
): Promise<string | undefined> =>
  chooseForm(scope, {
    programId,
    assessmentId,
    edition,
    excludeFormIds: await listFormsSeen(scope, personId),
    key: `${id}/${attempt}`,
  });

export const waitsForForm = (title: string): Problem =>
  new Problem(
    'rule-broken',
    'scheduling.waits-for-form',
    `No form of "${title}" is published that this candidate has not seen. Publish another one first.`,
  );

export interface FormQuestion {
  readonly candidacy: Candidacy;
  readonly exam: Exam;
  readonly publicUrl: string;
}

/**
 * Notes whether the next attempt waits for a form that its candidate has not seen, and writes to those whom it concerns
 * when it begins to.
 *
 * @returns whether it waits.
 */
export const keepFormWait = async (scope: Scope, question: FormQuestion): Promise<boolean> => {
  const { candidacy, exam } = question;
  const { trx, organization, now } = scope;
  const attempt = candidacy.standing.assessments.find(({ assessment }) => assessment === exam.id)?.attempt ?? 1;
  const isUnderWay = await hasAttempt(scope, candidacy.id, exam.id, attempt);
  if (isUnderWay || (await findUnseenForm(scope, candidacy, exam.id, attempt)) !== undefined) {
    await trx
      .deleteFrom('form_wait')
      .where('organization_id', '=', organization.id)
      .where('candidacy_id', '=', candidacy.id)
      .where('assessment_id', '=', exam.id)
      .execute();
    return false;
  }
  const inserted = await trx
    .insertInto('form_wait')
    .values({
      organization_id: organization.id,
      candidacy_id: candidacy.id,
      assessment_id: exam.id,
      attempt,
      since: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) await tell(scope, question, attempt);
  return true;
};

/** Whether the attempt was begun and counts. */
const hasAttempt = async ({ trx, organization }: Scope, candidacyId: string, assessmentId: string, attempt: number) => {
  const row = await trx
    .selectFrom('attempt')
    .select('id')
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId)
    .where('assessment_id', '=', assessmentId)
    .where('attempt', '=', attempt)
    .where('status', '!=', 'canceled')
    .executeTakeFirst();
  return row !== undefined;
};

const tell = async (scope: Scope, { candidacy, exam, publicUrl }: FormQuestion, attempt: number) => {
  const { organization } = scope;
  const { program } = candidacy;
  const key = { candidacyId: candidacy.id, assessmentId: exam.id, attempt };
  const isAuthorized = (await findTestAuthorization(scope, key)) !== undefined;
  const person = await getPerson(scope.trx, candidacy.personId);
  await sendMessage(scope, {
    personId: person.personId,
    to: person.email,
    template: 'scheduling.waits-for-form',
    ...waitMail({ program, exam, name: person.name, isAuthorized, url: `${publicUrl}/me/candidacies/${candidacy.id}` }),
    occasion: `scheduling.waits-for-form:${candidacy.id}:${exam.id}:${attempt}`,
  });
  const counts = await countForms(scope, program.id);
  const forms = counts.find((one) => one.assessmentId === exam.id && one.edition === program.edition)?.forms ?? 0;
  const url = `${publicUrl}/staff/${organization.slug}/forms/publish`;
  for (const manager of await listMembersWithRole(scope, 'program-manager')) {
    await sendMessage(scope, {
      personId: manager.personId,
      to: manager.email,
      template: 'scheduling.form-needed',
      ...formNeededMail({ program, exam, name: manager.name, forms, url }),
      // Once for each number of forms: a hundred candidates who wait are one message.
      occasion: `scheduling.form-needed:${program.id}:${program.edition}:${exam.id}:${forms}:${manager.personId}`,
    });
  }
};

/** Forgets waits for exams that are no longer ahead, such as those of a candidacy that has ended. */
export const forgetFormWaits = async (
  { trx, organization }: Scope,
  candidacyId: string,
  examsAhead: readonly string[],
): Promise<void> => {
  let query = trx
    .deleteFrom('form_wait')
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId);
  if (examsAhead.length > 0) query = query.where('assessment_id', 'not in', examsAhead);
  await query.execute();
};

/** Since when the next attempt at an exam has waited for a form; undefined where it does not. */
export const findFormWait = async (
  { trx, organization }: Scope,
  candidacyId: string,
  assessmentId: string,
): Promise<Date | undefined> => {
  const row = await trx
    .selectFrom('form_wait')
    .select('since')
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId)
    .where('assessment_id', '=', assessmentId)
    .executeTakeFirst();
  return row?.since;
};

/** Candidacies of a program that wait for a form of an exam, longest first. */
export const listWaitingCandidacies = async (
  { trx, organization }: Scope,
  programId: string,
  assessmentId?: string,
) => {
  let query = trx
    .selectFrom('form_wait as wait')
    .innerJoin('candidacy', (join) =>
      join
        .onRef('candidacy.organization_id', '=', 'wait.organization_id')
        .onRef('candidacy.id', '=', 'wait.candidacy_id'),
    )
    .select(['wait.candidacy_id as candidacyId', 'wait.assessment_id as assessmentId', 'wait.attempt', 'wait.since'])
    .select(['candidacy.number', 'candidacy.edition'])
    .where('wait.organization_id', '=', organization.id)
    .where('candidacy.program_id', '=', programId)
    .orderBy('wait.since')
    .orderBy('wait.candidacy_id');
  if (assessmentId !== undefined) query = query.where('wait.assessment_id', '=', assessmentId);
  return query.execute();
};
