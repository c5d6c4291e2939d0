import { type AnyProcedure, Procedure } from '@orpc/server';

/** Runs a procedure inside `wrap`, which begins before its transaction and ends after it. */
export const around = (
  procedure: AnyProcedure,
  wrap: (work: () => Promise<unknown>) => Promise<unknown>,
): AnyProcedure => {
  const definition = procedure['~orpc'];
  return new Procedure({ ...definition, handler: (options) => wrap(async () => definition.handler(options)) });
};

/**
 * At most `places` at once, the others wait their turn. Hashing a password takes a core for a tenth of a second: when
 * a whole sitting signs in at once, those who wait must not hold database connections that answers need.
 */
export const atMost = (places: number) => {
  const waiting: (() => void)[] = [];
  let free = places;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
};

/** Takes at least this long, so that the time tells nobody whether an address has an account. */
export const atLeast =
  (milliseconds: number) =>
  async <T>(work: () => Promise<T>): Promise<T> => {
    const [result] = await Promise.allSettled([work(), new Promise((resolve) => setTimeout(resolve, milliseconds))]);
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  };
