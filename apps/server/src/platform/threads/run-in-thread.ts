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
  /** Beyond as many at once, further ones are refused: pictures take memory. */
  readonly maxAtOnce: number;
}

/**
 * Computation that takes longer than an answer of an exam may wait for: each run has a thread of its own, which is ended
 * when it takes too long.
 *
 * @throws ThreadFailed
 */
export const createThreads = <Input, Output>({ module, limitMs, maxAtOnce }: ThreadOptions) => {
  let running = 0;
  return async (input: Input): Promise<Output> => {
    if (running >= maxAtOnce) throw new ThreadFailed('busy');
    running += 1;
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
      running -= 1;
      await worker.terminate();
    }
  };
};
