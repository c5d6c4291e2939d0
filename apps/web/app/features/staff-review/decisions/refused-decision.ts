import { refusedForm } from '../../../forms/form-problem.ts';
import { apiProblemOf } from '../../../loading/refusal.ts';

/** A conflict of interest takes the place of the form; what can be mended comes back with the form. */
export const refusedDecision = (form: FormData, error: unknown) => {
  const problem = apiProblemOf(error);
  if (problem && /^(credentialing|renewals)\.conflict$/.test(problem.code)) return { conflict: problem.message };
  return refusedForm(form, error);
};
