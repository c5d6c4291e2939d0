import type { Program } from '@testamur/program';
import type { Scope } from '../../../platform/http/index.ts';
import { type AuditTrace, listEntriesAbout } from '../../audit/index.ts';
import { type CredentialTrace, traceCredential } from '../../credentialing/index.ts';
import { type AttemptTrace, traceAttempt } from '../../delivery/index.ts';
import { type FormTrace, traceForm } from '../../item-bank/index.ts';
import { type EditionTrace, getEdition, traceEdition } from '../../programs/index.ts';
import { findTestAuthorization, type TestAuthorization } from '../../scheduling/index.ts';
import { type ResultTrace, traceResult } from '../../scoring/index.ts';
import { type Cycle, countedResults, cycleOf, ofKind } from '../rules/cycle.ts';

/** One assessment whose result counted, with everything under it. */
export interface Assessed {
  readonly fact: ReturnType<typeof countedResults>[number];
  readonly program: Program;
  readonly result: ResultTrace | undefined;
  readonly attempt: AttemptTrace | undefined;
  readonly form: FormTrace | undefined;
  readonly authorization: TestAuthorization | undefined;
}

/** Everything that the chain of one credential is made of. */
export interface Traced {
  readonly scope: Scope;
  readonly trace: CredentialTrace;
  readonly cycle: Cycle;
  /** In the edition under which the credential was granted. */
  readonly program: Program;
  readonly edition: EditionTrace | undefined;
  readonly assessed: readonly Assessed[];
  readonly entries: readonly AuditTrace[];
}

const loadAssessed = async (
  scope: Scope,
  { candidacy }: CredentialTrace,
  cycle: Cycle,
  fact: Assessed['fact'],
): Promise<Assessed> => {
  const { assessment, attempt: number } = fact.data;
  const { program } = await getEdition(scope.trx, scope.organization.id, candidacy.programId, fact.edition);
  const modules = ofKind(cycle.facts, 'module-completed')
    .filter(({ data }) => data.assessment === assessment && data.attempt === number)
    .map(({ data }) => data.module);
  const key = { candidacyId: candidacy.id, assessmentId: assessment, attempt: number };
  const result = await traceResult(scope, { program, key, modules });
  const begun = ofKind(cycle.facts, 'attempt-begun').findLast(
    ({ data }) => data.assessment === assessment && data.attempt === number,
  );
  const attempt = begun && (await traceAttempt(scope, begun.data.attemptId));
  const form = attempt && (await traceForm(scope, attempt.attempt.formId));
  return { fact, program, result, attempt, form, authorization: await findTestAuthorization(scope, key) };
};

const loadEntries = (
  scope: Scope,
  { candidacy, credential }: CredentialTrace,
  assessed: readonly Assessed[],
): Promise<readonly AuditTrace[]> => {
  const results = assessed.flatMap(({ result }) => result?.id ?? []);
  const attempts = assessed.flatMap(({ attempt }) => attempt ?? []);
  const ratings = assessed.flatMap(({ result }) => result?.ratings.map(({ id }) => id) ?? []);
  return listEntriesAbout(scope, {
    subjects: [
      `candidacy:${candidacy.id}`,
      `credential:${credential.id}`,
      ...results.map((id) => `result:${id}`),
      ...attempts.map(({ attempt }) => `attempt:${attempt.id}`),
      ...ratings.map((id) => `rating:${id}`),
    ],
    mentions: [
      { actions: ['scoring.releaseResults'], ids: results },
      { actions: ['candidacies.beginCandidacy'], ids: [candidacy.id] },
      ...attempts.map(({ attempt: { id, begunAt, sealedAt } }) => ({
        actions: ['delivery.saveResponses'],
        ids: [id],
        from: begunAt,
        ...(sealedAt === undefined ? {} : { until: sealedAt }),
      })),
      { actions: ['itemBank.publishForm'], ids: attempts.map(({ attempt }) => attempt.formId) },
      { actions: ['programs.publishEdition'], ids: [candidacy.programId] },
    ],
  });
};

export const loadTraced = async (scope: Scope, credentialId: string): Promise<Traced> => {
  const trace = await traceCredential(scope, credentialId);
  const { programId, facts } = trace.candidacy;
  const cycle = cycleOf(facts, credentialId);
  const { edition } = cycle.granted;
  const { program } = await getEdition(scope.trx, scope.organization.id, programId, edition);
  const assessed: Assessed[] = [];
  for (const fact of countedResults(cycle.facts)) assessed.push(await loadAssessed(scope, trace, cycle, fact));
  return {
    scope,
    trace,
    cycle,
    program,
    edition: await traceEdition(scope, programId, edition),
    assessed,
    entries: await loadEntries(scope, trace, assessed),
  };
};
