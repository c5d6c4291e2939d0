export { createThreads, ThreadFailed } from './run-in-thread.ts';
