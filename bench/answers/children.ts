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
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

/** In a child: the first order sets up, each further one is answered with a report, until it is stopped. */
export const serve = <First, Order, Report>(
  setUp: (first: First) => Promise<(order: Order) => Promise<Report>>,
): void => {
  let work: Promise<(order: Order) => Promise<Report>> | undefined;
  const answer = async (message: unknown): Promise<void> => {
    if (work) {
      process.send?.(await (await work)(message as Order));
      return;
    }
    work = setUp(message as First);
    await work;
    process.send?.('ready');
  };
  process.on('message', (message) => {
    answer(message).catch((error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  });
};
