import type { Value } from '../model/value.ts';

/** What one run of processing may cost: far beyond any honest item, and over within a second. */
export const MAX_WORK = 10_000_000;

/** What a value costs where it is gone through: its members, and the characters of its strings at a lower rate. */
export function sizeOf(value: Value | undefined): number {
  if (value === null || value === undefined) return 1;
  if (value.cardinality === 'record') return Object.keys(value.value).length * 4;
  if (value.cardinality === 'single') return sizeOfScalar(value.value);
  return value.value.reduce<number>((total, member) => total + sizeOfScalar(member), 1);
}

function sizeOfScalar(scalar: string | number | boolean): number {
  return typeof scalar === 'string' ? 1 + (scalar.length >> 3) : 1;
}

/**
 * Counts what processing costs, so that a document made to be slow cannot hold up who runs it. Counted and not timed: the
 * same item comes to the same end on every machine.
 */
export class Work {
  #left: number;

  constructor(limit = MAX_WORK) {
    this.#left = limit;
  }

  /** @throws {OutOfWork} when there has been more of it than is allowed. */
  spend(amount: number): void {
    this.#left -= amount;
    if (this.#left < 0) throw new OutOfWork();
  }
}

/** Processing has cost too much and ends where it is; the runners of processing say so to their callers. */
export class OutOfWork extends Error {
  constructor() {
    super('its processing takes too long; it has been ended');
  }
}
