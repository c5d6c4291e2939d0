import type { Exam } from '@testamur/program';
import type { Scope } from '../../platform/http/index.ts';
import { countForms } from '../item-bank/index.ts';
import { getEdition } from '../programs/index.ts';
import { listWaitingCandidacies } from './form-waits.ts';
import { formProblem } from './rules/form-mails.ts';

/**
 * Whether the exams of a program have enough forms: of the edition in force, and of earlier ones in which somebody
 * waits.
 */
export const listFormNeeds = async (scope: Scope, programId: string) => {
  const { trx, organization } = scope;
  const waiting = await listWaitingCandidacies(scope, programId);
  const counts = await countForms(scope, programId);
  const { program: inForce } = await getEdition(trx, organization.id, programId);
  const editions = new Set([inForce.edition, ...waiting.map(({ edition }) => edition)]);
  const exams = await Promise.all(
    [...editions].map(async (edition) => {
      const { program } = await getEdition(trx, organization.id, programId, edition);
      return program.assessments
        .filter((assessment): assessment is Exam => assessment.kind === 'exam')
        .map((exam) => {
          const isOf = (one: { readonly assessmentId: string; readonly edition: string }) =>
            one.assessmentId === exam.id && one.edition === edition;
          const forms = counts.find(isOf)?.forms ?? 0;
          const own = waiting.filter(isOf).map(({ candidacyId, number, attempt, since }) => ({
            ...{ candidacyId, number, attempt },
            since: since.toISOString(),
          }));
          const problem = formProblem(forms, exam.retake.attempts, own.length);
          return {
            ...{ assessmentId: exam.id, title: exam.title, edition, forms, attempts: exam.retake.attempts },
            isEnough: problem === '',
            problem,
            waiting: own,
          };
        });
    }),
  );
  return exams.flat();
};
