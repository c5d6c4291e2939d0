import type { FieldError } from '../../forms/form-problem.ts';

/** Fields that were left empty, each with the sentence that asks for it. */
export const missing = (form: FormData, sentences: Readonly<Record<string, string>>): FieldError[] =>
  Object.entries(sentences)
    .filter(([name]) => String(form.get(name) ?? '').trim() === '')
    .map(([name, message]) => ({ name, message }));
