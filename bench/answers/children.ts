import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A program of this folder in a process of its own, so that clients and server do not share an event loop. */
export const start = (file: string, env: NodeJS.ProcessEnv = {}): ChildProcess =>
  fork(fileURLToPath(new URL(file, import.meta.url)), { env: { ...process.env, ...env }, serialization: 'advanced' });

/** The next message of a child. */
export const nextMessage = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const onExit = (code: number | null) => reject(new Error(`A process of the bench ended early, with code ${code}.`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message as T);
    });
  });

/** Sends an order and waits for the report. */
export const ask = async <T>(child: ChildProcess, order: object): Promise<T> => {
  const report = nextMessage<T>(child);
  child.send(order);
  return report;
};

export const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

/** In a child: answers each order with a report, until it is stopped. */
export const serve = <Order, Report>(work: (order: Order) => Promise<Report>): void => {
  process.on('message', (order) => {
    work(order as Order).then(
      (report) => process.send?.(report),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
};
