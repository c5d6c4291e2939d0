import type { Logger } from 'pino';

/** What the platform needs of a logger. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;
