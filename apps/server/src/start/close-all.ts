import type { Log } from '../platform/log/index.ts';

/** Closes what was opened, the last first. One that fails is logged and keeps no other from closing. */
export const closeAll = async (opened: readonly (() => Promise<void>)[], log: Pick<Log, 'error'>): Promise<void> => {
  for (const close of opened.toReversed()) {
    await close().catch((error: unknown) =>
      log.error({ err: error }, 'A part of the server did not stop as it should.'),
    );
  }
};
