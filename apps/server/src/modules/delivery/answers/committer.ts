/** What waits for the next group. */
interface Waiting<Request, Outcome> {
  readonly request: Request;
  readonly size: number;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

interface Queue<Request, Outcome> {
  readonly waiting: Waiting<Request, Outcome>[];
  /** Groups on the way. */
  writing: number;
}

export interface CommitterOptions<Request, Outcome> {
  /** Writes a group and commits it; outcomes in the order of the requests. */
  write(group: string, requests: readonly Request[]): Promise<readonly Outcome[]>;
  /** How much a request counts for. */
  sizeOf(request: Request): number;
  /** The size that a group does not exceed, unless a single request does. */
  readonly maxGroupSize: number;
  /** How many groups of one organization may be on the way at once: one prepares while another commits. */
  readonly writers: number;
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
 * Group commit: what arrives while groups are being written forms the next one, so that one commit, which waits for the
 * disk, serves many. Each `group` (an organization) has few writers, because their transactions wait for one another
 * in the end.
 */
export const createCommitter = <Request, Outcome>(
  options: CommitterOptions<Request, Outcome>,
): Committer<Request, Outcome> => {
  const queues = new Map<string, Queue<Request, Outcome>>();
  let waitingSize = 0;

  const take = (queue: Queue<Request, Outcome>): Waiting<Request, Outcome>[] => {
    let size = 0;
    let count = 0;
    for (const waiting of queue.waiting) {
      if (count > 0 && size + waiting.size > options.maxGroupSize) break;
      size += waiting.size;
      count += 1;
    }
    waitingSize -= size;
    return queue.waiting.splice(0, count);
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

  const drain = async (group: string, queue: Queue<Request, Outcome>): Promise<void> => {
    while (queue.waiting.length > 0) await settle(group, take(queue));
    queue.writing -= 1;
    if (queue.writing === 0) queues.delete(group);
  };

  const queueOf = (group: string): Queue<Request, Outcome> => {
    const known = queues.get(group);
    if (known) return known;
    const begun = { waiting: [], writing: 0 };
    queues.set(group, begun);
    return begun;
  };

  return {
    commit: (group, request) => {
      const size = options.sizeOf(request);
      if (waitingSize + size > options.maxWaitingSize) {
        return Promise.reject(new Overloaded('More waits to be written than can be written soon.'));
      }
      waitingSize += size;
      return new Promise((resolve, reject) => {
        const queue = queueOf(group);
        queue.waiting.push({ request, size, resolve, reject });
        if (queue.writing === options.writers) return;
        queue.writing += 1;
        // After this turn of the event loop, so that everything that has arrived already is in the group.
        setImmediate(() => void drain(group, queue));
      });
    },
  };
};
