import { ORPCError } from '@orpc/client';

/** Something that had to be so is not. */
export class Unmet extends Error {
  constructor(expected: string, found: string) {
    super(`Expected ${expected}. Found: ${found}.`);
    this.name = 'Unmet';
  }
}

const shown = (found: unknown): string => (typeof found === 'string' ? found : (JSON.stringify(found) ?? 'nothing'));

/** @throws Unmet with what was expected and what is there. */
export function expectThat(holds: boolean, expected: string, found: unknown): asserts holds {
  if (!holds) throw new Unmet(expected, shown(found));
}

/** The value, where there is one. */
export const present = <T>(value: T | undefined, expected: string): T => {
  if (value === undefined) throw new Unmet(expected, 'nothing');
  return value;
};

export interface Refusal {
  readonly code: string;
  readonly message: string;
}

export const refusalOf = (error: unknown): Refusal | undefined =>
  error instanceof ORPCError && error.status < 500 ? { code: error.code, message: error.message } : undefined;

/** Waits for a call that has to be refused with this code, and returns the words of the refusal. */
export const expectRefusal = async (code: string, call: Promise<unknown>): Promise<string> => {
  const outcome = await call.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
  if ('answer' in outcome) throw new Unmet(`to be refused with ${code}`, `an answer, ${shown(outcome.answer)}`);
  const refusal = refusalOf(outcome.error);
  if (!refusal) throw outcome.error;
  expectThat(refusal.code === code, `to be refused with ${code}`, `${refusal.code}: ${refusal.message}`);
  return refusal.message;
};

/** An error in one line, for people. */
export const wordsFor = (error: unknown): string => {
  if (error instanceof Unmet) return error.message;
  if (error instanceof ORPCError) return `${error.message} (${error.code}, HTTP ${error.status})`;
  return error instanceof Error ? error.message : String(error);
};
