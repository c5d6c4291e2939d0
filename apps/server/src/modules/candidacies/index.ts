export { candidacyChanged } from './events.ts';
export { type Recorded, recordFacts } from './facts.ts';
export { moveQueueEntry } from './projection.ts';
export type { NewFact } from './rules/drafts.ts';
export { type Candidacy, loadCandidacy } from './store.ts';
export { sweepOrganization } from './sweep.ts';
