import { CommandError, UsageError } from './errors.ts';
import type { Io } from './io.ts';
import { writeJson } from './render.ts';

/** With `--json` an error is an object on standard output too: `{"error": {"message": …}}`, with what else is known of it. */
export class DetailedError extends CommandError {
  readonly details: Readonly<Record<string, unknown>>;

  constructor(message: string, details: Readonly<Record<string, unknown>>, exitCode: number) {
    super(message, { exitCode });
    this.name = 'DetailedError';
    this.details = details;
  }
}

/** What `--json` and the cases say of an error. */
export const errorJson = (error: CommandError) => ({
  message: error.message,
  ...(error.fix === undefined ? {} : { fix: error.fix }),
  ...(error instanceof DetailedError ? error.details : {}),
});

/** Runs a command whose errors are written as JSON where that is wanted; wrong arguments are shown with the usage all the same. */
export const withJsonErrors = async (
  json: boolean | undefined,
  io: Io,
  run: () => Promise<number>,
): Promise<number> => {
  try {
    return await run();
  } catch (error) {
    if (json !== true || !(error instanceof CommandError) || error instanceof UsageError) throw error;
    writeJson(io, { error: errorJson(error) });
    io.err(error.message);
    return error.exitCode;
  }
};
