import type { Exam } from '@testamur/program';
import { responsesOf } from '@testamur/qti';
import type { Scope } from '../../platform/http/index.ts';
import { recordAudit } from '../audit/index.ts';
import { loadCandidacy } from '../candidacies/index.ts';
import { getPreparedForm, listFinalResponses, seedOfItem } from '../delivery/index.ts';
import { makeResult } from './results.ts';
import { scoreExam } from './rules/score-exam.ts';
import { type AttemptKey, assessmentOf } from './store.ts';

/** What the answers of an attempt make by the form that it was taken on. */
export const scoreOfAttempt = async (scope: Scope, exam: Exam, attemptId: string) => {
  const { formId, responses } = await listFinalResponses(scope, attemptId);
  const { items } = await getPreparedForm(scope, formId);
  const seeded = items.map((item) => ({ ...item, seed: seedOfItem(attemptId, item.itemId) }));
  const answered = items.flatMap(({ itemId, responseIdentifiers }) => {
    const response = responses.get(itemId);
    return response === undefined ? [] : ([[itemId, responsesOf(responseIdentifiers, response)]] as const);
  });
  const score = scoreExam(exam, seeded, new Map(answered));
  return { score, formId, items: items.length, answered: responses.size };
};

/** Scores a sealed attempt. A second time it finds the result and changes nothing. */
export const scoreAttempt = async (
  scope: Scope,
  { attemptId, ...key }: AttemptKey & { readonly attemptId: string },
): Promise<void> => {
  const { program } = await loadCandidacy(scope, key.candidacyId, { lock: true });
  const exam = assessmentOf(program, key.assessmentId, 'exam');
  const { score, formId, items, answered } = await scoreOfAttempt(scope, exam, attemptId);
  if (!(await makeResult(scope, exam, { key, sourceId: attemptId, score, comments: [] }))) return;
  await recordAudit(scope, {
    action: 'scoring.scoreAttempt',
    subject: `attempt:${attemptId}`,
    detail: { formId, attempt: key.attempt, items, answered },
  });
};
