import { parentPort, workerData } from 'node:worker_threads';
import { calibrateWith } from '../calibrate/calibrate.ts';
import { sharedEngine } from './coordinator.ts';
import { helpForever } from './helper.ts';
import { cells, type Report, type Role } from './protocol.ts';

const role: Role = workerData;
const tell = (report: Report): void => parentPort?.postMessage(report);

if (role.role === 'helper') {
  try {
    helpForever(role.control, role.coordinator);
  } catch (error) {
    Atomics.store(role.control, cells.failed, 1);
    Atomics.notify(role.control, cells.done);
    throw error;
  }
} else {
  try {
    const calibration = calibrateWith(
      role.data,
      role.reportsProgress
        ? { ...role.options, onProgress: (iteration, change) => tell({ kind: 'progress', iteration, change }) }
        : role.options,
      sharedEngine(role.control, role.helpers),
    );
    tell({ kind: 'done', calibration });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    tell({ kind: 'failed', misuse: error instanceof RangeError, message });
  }
}
