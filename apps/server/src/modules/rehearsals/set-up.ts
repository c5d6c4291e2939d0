import type { Program } from '@testamur/program';
import type { Scope } from '../../platform/http/index.ts';
import { recordAudit } from '../audit/index.ts';
import { ensureIssuerKey, type IssuerConfig } from '../issuers/index.ts';
import { canVary, publishForm, traceForm } from '../item-bank/index.ts';
import { getEdition, publishEdition, traceEdition } from '../programs/index.ts';

const formNames = ['Form A', 'Form B'];

export interface ProgramSetUp {
  readonly yaml: string;
  /** Puts the items of the program's exams into the bank. */
  importItems(programId: string): Promise<unknown>;
}

/** As the acts of people are entered, so that whoever follows a credential back can compare. */
const auditPublications = async (scope: Scope, { id, edition }: Program, formIds: readonly string[]): Promise<void> => {
  const subject = scope.organization.slug;
  const published = { programId: id, edition };
  const { sha256 } = (await traceEdition(scope, id, edition)) ?? {};
  await recordAudit(scope, { action: 'programs.publishEdition', subject, detail: { ...published, sha256 } });
  for (const formId of formIds) {
    const form = await traceForm(scope, formId);
    const detail = { ...published, formId, seed: form?.seed, sha256: form?.sha256 };
    await recordAudit(scope, { action: 'itemBank.publishForm', subject, detail });
  }
};

/**
 * Makes a new organization ready to certify: the program, its items, forms of each exam, the key that signs. An exam has
 * two forms, which may share items; one, where its bank holds no more than a form.
 */
export const setUpProgram = async (
  scope: Scope,
  config: IssuerConfig,
  { yaml, importItems }: ProgramSetUp,
): Promise<Program> => {
  const { programId, edition } = await publishEdition(scope, yaml, null);
  const { program } = await getEdition(scope.trx, scope.organization.id, programId, edition);
  await importItems(programId);
  const formIds: string[] = [];
  for (const assessment of program.assessments) {
    if (assessment.kind !== 'exam') continue;
    const names = (await canVary(scope, program, assessment)) ? formNames : formNames.slice(0, 1);
    for (const [index, name] of names.entries()) {
      const order = { program, assessmentId: assessment.id, name, seed: index + 1, publishedBy: null };
      formIds.push((await publishForm(scope, order)).formId);
    }
  }
  await ensureIssuerKey(scope, config);
  // The audit chain is locked last, as everywhere.
  await auditPublications(scope, program, formIds);
  return program;
};
