import type { Program } from '@testamur/program';
import type { Scope } from '../../platform/http/index.ts';
import { ensureIssuerKey, type IssuerConfig } from '../issuers/index.ts';
import { canVary, publishForm } from '../item-bank/index.ts';
import { getEdition, publishEdition } from '../programs/index.ts';

const formNames = ['Form A', 'Form B'];

export interface ProgramSetUp {
  readonly yaml: string;
  /** Puts the items of the program's exams into the bank. */
  importItems(programId: string): Promise<unknown>;
}

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
  for (const assessment of program.assessments) {
    if (assessment.kind !== 'exam') continue;
    const names = (await canVary(scope, program, assessment)) ? formNames : formNames.slice(0, 1);
    for (const [index, name] of names.entries()) {
      await publishForm(scope, { program, assessmentId: assessment.id, name, seed: index + 1, publishedBy: null });
    }
  }
  await ensureIssuerKey(scope, config);
  return program;
};
