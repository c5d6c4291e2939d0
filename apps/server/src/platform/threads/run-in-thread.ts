import { Worker } from 'node:worker_threads';

/** Why a thread gave no answer. */
export class ThreadFailed extends Error {
  override readonly name = 'ThreadFailed';
  readonly reason: 'too-slow' | 'failed' | 'busy';

  constructor(reason: ThreadFailed['reason'], cause?: unknown) {
    super(`A thread gave no answer: ${reason}.`, { cause });
    this.reason = reason;
  }
}

export interface ThreadOptions {
  /** A module that posts one message: its answer to `workerData`. */
  readonly module: URL;
  readonly limitMs: number;
  /** Beyond as many at once, further ones wait in their order: pictures take memory. */
  readonly maxAtOnce: number;
  /** Beyond as many that wait, further ones are refused as `busy`. */
  readonly maxWaiting: number;
}

/** So many at once, the others in their order. */
const inTurn = ({ maxAtOnce, maxWaiting }: Pick<ThreadOptions, 'maxAtOnce' | 'maxWaiting'>) => {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= maxAtOnce) {
      if (waiting.length >= maxWaiting) throw new ThreadFailed('busy');
      await new Promise<void>((begin) => waiting.push(begin));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};

/**
 * Computation that takes longer than an answer of an exam may wait for: each run has a thread of its own, which is ended
 * when it takes too long. The wait for a turn does not count as that.
 *
 * @throws ThreadFailed
 */
export const createThreads = <Input, Output>({ module, limitMs, ...limits }: ThreadOptions) => {
  const turn = inTurn(limits);
  const run = async (input: Input): Promise<Output> => {
    const worker = new Worker(module, { workerData: input });
    try {
      return await new Promise<Output>((resolve, reject) => {
        const timer = setTimeout(() => reject(new ThreadFailed('too-slow')), limitMs);
        worker.once('message', (output: Output) => {
          clearTimeout(timer);
          resolve(output);
        });
        worker.once('error', (error) => {
          clearTimeout(timer);
          reject(new ThreadFailed('failed', error));
        });
        worker.once('exit', () => {
          clearTimeout(timer);
          reject(new ThreadFailed('failed'));
        });
      });
    } finally {
      await worker.terminate();
    }
  };
  return (input: Input): Promise<Output> => turn(() => run(input));
};
