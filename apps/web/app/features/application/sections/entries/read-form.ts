import type { FieldError } from '../../../../forms/form-problem.ts';

/** What a form came to: what it states, or what has to be mended. */
export type Read<E> =
  | { readonly ok: true; readonly entry: E }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

export const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

/** Those that apply, in the order of the fields. */
export const failed = (errors: readonly (FieldError | false)[]): readonly FieldError[] =>
  errors.filter((error) => error !== false);
