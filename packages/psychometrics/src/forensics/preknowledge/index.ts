export { type PosteriorShift, type PosteriorShifts, posteriorShifts } from './posterior-shift.ts';
export { type Preknowledge, type PreknowledgePerson, preknowledge } from './preknowledge.ts';
