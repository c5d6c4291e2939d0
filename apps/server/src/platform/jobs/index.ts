export { type EnqueueOptions, enqueue, enqueueAll, type JobPayload } from './enqueue.ts';
export { defineEvent, defineJob, type Event, type Job, type Schedule, type Subscription, subscribe } from './events.ts';
export { createWorker, prepareJobs, type Worker } from './worker.ts';
