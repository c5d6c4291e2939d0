import type { CallName, Calls } from './calls.ts';

/** From the page to the worker. */
export type Asked = {
  readonly [Name in CallName]: { readonly id: number; readonly name: Name; readonly input: Calls[Name]['input'] };
}[CallName];

/** From the worker to the page; `error` is a bug, said for those who mend it. */
export type Answered =
  | { readonly id: number; readonly ok: true; readonly output: Calls[CallName]['output'] }
  | { readonly id: number; readonly ok: false; readonly error: string };
