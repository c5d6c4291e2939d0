import { invalidForm, refusedForm } from '../forms/form-problem.ts';
import { apiProblemOf } from '../loading/refusal.ts';

/** Refusals for what a person is to the object, not for their role: they stay on the page and read the reason. */
const personal = /\.(own-[a-z]+|conflict|second-person-needed)$/;

/** `refusedForm` for acts of the staff. */
export const refusedAct = (form: FormData, error: unknown, nameOf?: (path: string) => string) => {
  const problem = apiProblemOf(error);
  if (problem?.status === 403 && personal.test(problem.code)) {
    return invalidForm(form, [{ name: '', message: problem.message }]);
  }
  return refusedForm(form, error, nameOf);
};
