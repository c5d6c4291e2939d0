import type { CallName, Calls } from './calls.ts';
import type { Answered, Asked } from './messages-between.ts';
import type { Opening } from './open.ts';

/** The worker did not answer in time; it was ended, and the next call starts another. */
export class GaveUp extends Error {
  override readonly name = 'GaveUp';
}

/** What is used of a Worker. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<Answered>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: Asked): void;
  terminate(): void;
}

interface Waiting {
  resolve(output: Calls[CallName]['output']): void;
  reject(error: Error): void;
  readonly timer: ReturnType<typeof setTimeout>;
}

export const LIMIT_MS = 20_000;

/**
 * Reads, shows and scores in a worker, so that nothing in a file can freeze the page. After a call that took too long the
 * worker is ended; the next call opens the same files in a new one.
 */
export class Engine {
  readonly #start: () => WorkerLike;
  readonly #limitMs: number;
  #worker: WorkerLike | undefined;
  #opening: Opening | undefined;
  #next = 1;
  readonly #waiting = new Map<number, Waiting>();

  constructor(start: () => WorkerLike, limitMs: number = LIMIT_MS) {
    this.#start = start;
    this.#limitMs = limitMs;
  }

  /** @throws GaveUp when it takes too long; Error for a bug. */
  async ask<Name extends CallName>(name: Name, input: Calls[Name]['input']): Promise<Calls[Name]['output']> {
    if (this.#worker === undefined) {
      this.#begin();
      if (name !== 'open' && this.#opening !== undefined) await this.#send('open', this.#opening);
    }
    const output = await this.#send(name, input);
    if (name === 'open') this.#opening = input as Opening;
    return output;
  }

  /** Ends the worker and whatever it is at. */
  close(): void {
    this.#end(new Error('The workbench was closed.'));
  }

  #begin(): void {
    const worker = this.#start();
    worker.onmessage = ({ data }) => {
      const waiting = this.#waiting.get(data.id);
      if (waiting === undefined) return;
      this.#waiting.delete(data.id);
      clearTimeout(waiting.timer);
      if (data.ok) waiting.resolve(data.output);
      else waiting.reject(new Error(data.error));
    };
    worker.onerror = (event) => this.#end(new Error(event.message));
    this.#worker = worker;
  }

  #send<Name extends CallName>(name: Name, input: Calls[Name]['input']): Promise<Calls[Name]['output']> {
    const id = this.#next;
    this.#next += 1;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#end(new GaveUp(name)), this.#limitMs);
      this.#waiting.set(id, { resolve, reject, timer });
      this.#worker?.postMessage({ id, name, input } as Asked);
    });
  }

  #end(reason: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(reason);
    }
    this.#waiting.clear();
  }
}
