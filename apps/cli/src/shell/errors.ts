/** Everything is as it should be. */
export const ok = 0;
/** What was asked for was done, and the answer is no: a check failed. */
export const failed = 1;
/** The command could not do its work: wrong arguments, or a file that cannot be read. */
export const unusable = 2;

/** Something that the person at the keyboard can mend: what, where, how. Shown without a stack trace. */
export class CommandError extends Error {
  readonly exitCode: number;
  /** How to mend it. */
  readonly fix: string | undefined;

  constructor(message: string, options: { readonly fix?: string; readonly exitCode?: number } = {}) {
    super(message);
    this.name = 'CommandError';
    this.fix = options.fix;
    this.exitCode = options.exitCode ?? unusable;
  }
}

/** The arguments do not fit the command; its usage is shown below the message. */
export class UsageError extends CommandError {
  constructor(message: string) {
    super(message, { exitCode: unusable });
    this.name = 'UsageError';
  }
}
