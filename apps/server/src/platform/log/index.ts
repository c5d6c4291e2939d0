import { pino } from 'pino';
import { formatLine } from './pretty.ts';
import { redact, redactAddresses } from './redact.ts';
import { currentRequestId } from './request-id.ts';

export type { Log } from './log.ts';
export { withRequestId } from './request-id.ts';

/** Where lines go; a terminal gets them for people, anything else as JSON. */
export interface LogTarget {
  readonly isTTY?: boolean;
  write(line: string): unknown;
}

/** The server's log: passwords, tokens and cookies hidden, and the id of the request that a line belongs to. */
export function createLog(config: { readonly LOG_LEVEL: string }, target: LogTarget = process.stdout): pino.Logger {
  const people = target.isTTY === true;
  return pino(
    {
      level: config.LOG_LEVEL,
      base: null,
      formatters: { log: (fields) => redact(fields) as Record<string, unknown> },
      mixin: () => {
        const requestId = currentRequestId();
        return requestId === undefined ? {} : { requestId };
      },
      // What is logged is plain data by then, errors included.
      serializers: { err: (value: unknown) => value },
    },
    {
      write(line) {
        const safe = redactAddresses(line);
        target.write(people ? formatLine(safe) : safe);
      },
    },
  );
}
