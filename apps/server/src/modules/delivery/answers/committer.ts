/** What waits for the next group. */
interface Waiting<Request, Outcome> {
  readonly request: Request;
  readonly size: number;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

export interface CommitterOptions<Request, Outcome> {
  /** Writes a group and commits it; outcomes in the order of the requests. */
  write(group: string, requests: readonly Request[]): Promise<readonly Outcome[]>;
  /** How much a request counts for. */
  sizeOf(request: Request): number;
  /** The size of a group at which it is written at once. */
  readonly maxGroupSize: number;
  /** How long a first request waits for others before it is written with them. */
  readonly lingerMs: number;
  /** The size of all that may wait. */
  readonly maxWaitingSize: number;
  /** A group that fails so is written request by request, so that one of them cannot spoil the others. */
  isOfOneRequest(error: unknown): boolean;
  /** A group that fails so is written again. */
  isPassing(error: unknown): boolean;
}

/** Thrown at once, without queuing, when more waits than can be written soon. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
}

export interface Committer<Request, Outcome> {
  /** Resolves when the request is written and committed. */
  commit(group: string, request: Request): Promise<Outcome>;
}

const maxTries = 4;

/**
 * Group commit: what arrives while a group is being written forms the next one, so that one commit, which waits for the
 * disk, serves many. One writer for each `group` (an organization), because their transactions would wait for one
 * another anyway.
 */
export const createCommitter = <Request, Outcome>(
  options: CommitterOptions<Request, Outcome>,
): Committer<Request, Outcome> => {
  const queues = new Map<string, Waiting<Request, Outcome>[]>();
  let waitingSize = 0;

  const take = (queue: Waiting<Request, Outcome>[]): Waiting<Request, Outcome>[] => {
    let size = 0;
    let count = 0;
    for (const waiting of queue) {
      if (count > 0 && size + waiting.size > options.maxGroupSize) break;
      size += waiting.size;
      count += 1;
    }
    waitingSize -= size;
    return queue.splice(0, count);
  };

  const writeTrying = async (group: string, requests: readonly Request[]): Promise<readonly Outcome[]> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await options.write(group, requests);
      } catch (error) {
        if (tries >= maxTries || !options.isPassing(error)) throw error;
      }
    }
  };

  const settle = async (group: string, batch: readonly Waiting<Request, Outcome>[]): Promise<void> => {
    try {
      const outcomes = await writeTrying(
        group,
        batch.map(({ request }) => request),
      );
      for (const [index, waiting] of batch.entries()) {
        const outcome = outcomes[index];
        if (index < outcomes.length) waiting.resolve(outcome as Outcome);
        else waiting.reject(new Error('The writer gave fewer outcomes than it got requests.'));
      }
    } catch (error) {
      if (batch.length > 1 && options.isOfOneRequest(error)) {
        for (const waiting of batch) await settle(group, [waiting]);
      } else {
        for (const waiting of batch) waiting.reject(error);
      }
    }
  };

  const drain = async (group: string, queue: Waiting<Request, Outcome>[]): Promise<void> => {
    while (queue.length > 0) {
      const size = queue.reduce((sum, waiting) => sum + waiting.size, 0);
      if (options.lingerMs > 0 && size < options.maxGroupSize) {
        await new Promise((resolve) => setTimeout(resolve, options.lingerMs));
      }
      await settle(group, take(queue));
    }
    queues.delete(group);
  };

  return {
    commit: (group, request) => {
      const size = options.sizeOf(request);
      if (waitingSize + size > options.maxWaitingSize) {
        return Promise.reject(new Overloaded('More waits to be written than can be written soon.'));
      }
      waitingSize += size;
      return new Promise((resolve, reject) => {
        const waiting = { request, size, resolve, reject };
        const queue = queues.get(group);
        if (queue) {
          queue.push(waiting);
          return;
        }
        const begun = [waiting];
        queues.set(group, begun);
        // After this turn of the event loop, so that everything that has arrived already is in the first group.
        setImmediate(() => void drain(group, begun));
      });
    },
  };
};
