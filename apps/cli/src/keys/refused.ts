import { failed } from '../shell/errors.ts';
import type { Io } from '../shell/io.ts';

/** What the server refused, in its own words: they say what to do. An error of another kind is thrown on. */
export const orRefused = async (io: Io, work: () => Promise<number>): Promise<number> => {
  const { ORPCError } = await import('@orpc/client');
  const { Unreachable } = await import('../rehearsal/api.ts');
  try {
    return await work();
  } catch (error) {
    if (error instanceof Unreachable) io.err(`${error.message} Name another with --url.`);
    else if (error instanceof ORPCError && error.status < 500) io.err(`Refused: ${error.message} (${error.code})`);
    else throw error;
    return failed;
  }
};
