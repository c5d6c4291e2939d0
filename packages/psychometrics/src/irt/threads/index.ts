export { calibrateThreaded, type ThreadedOptions } from './calibrate-threaded.ts';
