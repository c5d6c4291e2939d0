import { MessageChannel, Worker } from 'node:worker_threads';
import type { ResponseMatrix } from '../../data/response-matrix.ts';
import { calibrate } from '../calibrate/calibrate.ts';
import type { CalibrateOptions } from '../calibrate/options.ts';
import type { Calibration } from '../calibrate/result.ts';
import type { Report, Role } from './protocol.ts';

/** The options of a calibration, and how many threads share it. */
export interface ThreadedOptions extends CalibrateOptions {
  /** How many threads calibrate, 1 to 16; as many as there are processors, and at most 4, without it. */
  readonly threads?: number;
  /** From how many candidates on threads are worth their start; 10,000 without it. Fewer are calibrated in this thread. */
  readonly threadsFrom?: number;
}

/**
 * As `calibrate`, on several threads where there are many candidates, so that the caller's thread stays free. The numbers
 * are the same to the last bit for any number of threads.
 *
 * Runs in Node.js. The threads end with the promise, however it ends.
 *
 * @throws {RangeError} (as a rejection) what `calibrate` throws, and for a number of threads out of range.
 */
export async function calibrateThreaded(data: ResponseMatrix, given: ThreadedOptions): Promise<Calibration> {
  const {
    threads = Math.max(1, Math.min(4, navigator.hardwareConcurrency)),
    threadsFrom = 10_000,
    onProgress,
    ...options
  } = given;
  if (!(Number.isInteger(threads) && threads >= 1 && threads <= 16)) {
    throw new RangeError(`${threads} threads: give a whole number from 1 to 16`);
  }
  if (data.persons.length < threadsFrom) return calibrate(data, onProgress ? { ...options, onProgress } : options);
  const control = new Int32Array(new SharedArrayBuffer(16));
  const channels = Array.from({ length: threads - 1 }, () => new MessageChannel());
  const values = new Int16Array(new SharedArrayBuffer(2 * data.values.length));
  values.set(data.values);
  const workers: Worker[] = [];
  try {
    return await new Promise<Calibration>((resolve, reject) => {
      const start = (role: Role, ports: readonly MessageChannel['port1'][]): Worker => {
        const worker = new Worker(new URL('./worker.ts', import.meta.url), {
          workerData: role,
          transferList: [...ports],
          // Flags of this process, such as those of a test runner, are not for the threads.
          execArgv: [],
        });
        workers.push(worker);
        worker.on('error', reject);
        worker.on('exit', (code) => reject(new Error(`a thread of the calibration ended early, with code ${code}`)));
        return worker;
      };
      for (const { port2 } of channels) start({ role: 'helper', control, coordinator: port2 }, [port2]);
      const helpers = channels.map(({ port1 }) => port1);
      const coordinator = start(
        {
          role: 'coordinator',
          control,
          helpers,
          data: { ...data, values },
          options,
          reportsProgress: onProgress !== undefined,
        },
        helpers,
      );
      coordinator.on('message', (report: Report) => {
        if (report.kind === 'progress') {
          try {
            onProgress?.(report.iteration, report.change);
          } catch (error) {
            reject(error);
          }
        } else if (report.kind === 'done') resolve(report.calibration);
        else reject(report.misuse ? new RangeError(report.message) : new Error(report.message));
      });
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
