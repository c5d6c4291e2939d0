import { parentPort, workerData } from 'node:worker_threads';
import { decodePicture } from './decode.ts';

parentPort?.postMessage(decodePicture(workerData as Uint8Array));
