import { createContext, useContext } from 'react';
import { data } from 'react-router';
import { type ApiProblem, apiWordOf } from '../loading/refusal.ts';

export interface FieldError {
  /** The name of the field; empty when it is about the form as a whole. */
  readonly name: string;
  /** What is wrong and how to mend it: "Enter the month you started, such as March 2024." */
  readonly message: string;
}

/** What an action answers when a form cannot be accepted: shown again with its values and what is wrong. */
export interface FormProblem {
  readonly errors: readonly FieldError[];
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** Never sent back: secrets and files are entered again. */
const isKept = (name: string) => !/password|secret|code/i.test(name) && name !== 'idempotencyKey';

export const valuesOf = (form: FormData): FormProblem['values'] => {
  const values: Record<string, string[]> = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value) => typeof value === 'string');
    if (isKept(name) && texts.length > 0) values[name] = texts;
  }
  return values;
};

/** In an action: `if (errors.length > 0) return invalidForm(form, errors);` (status 422). */
export const invalidForm = (form: FormData, errors: readonly FieldError[]) =>
  data<FormProblem>({ errors, values: valuesOf(form) }, { status: 422 });

/** A wrong password or a conflict of interest is told with the form; that a role is missing has a page of its own. */
const isMendable = ({ status, code }: ApiProblem): boolean =>
  status === 403 ? !code.startsWith('platform.') : [400, 409, 422, 429].includes(status);

/**
 * In the `catch` of an action: a refusal of the API that the person can mend (invalid, conflict, rule broken) becomes the
 * form with its errors; everything else is thrown on. `nameOf` turns a path of the API's input into a field name;
 * `whole` is the field that a refusal without paths is about, such as the code that was wrong.
 */
export const refusedForm = (
  form: FormData,
  error: unknown,
  nameOf: (path: string) => string = (path) => path,
  whole = '',
) => {
  const problem = apiWordOf(error);
  if (!problem || !isMendable(problem)) throw error;
  const errors = problem.fields.map(({ path, message }) => ({ name: nameOf(path), message }));
  return invalidForm(form, errors.length > 0 ? errors : [{ name: whole, message: problem.message }]);
};

export const FormProblemContext = createContext<FormProblem | undefined>(undefined);

/** What a field shows: its error, and the value that was sent. */
export const useField = (name: string): { error: string | undefined; sent: readonly string[] | undefined } => {
  const problem = useContext(FormProblemContext);
  return {
    error: problem?.errors.find((each) => each.name === name)?.message,
    sent: problem?.values[name],
  };
};

/** Where the summary of errors links to. */
export const fieldId = (name: string): string => `field-${name}`;
