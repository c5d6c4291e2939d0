import type { CandidacyStatus } from '@testamur/program';
import { Status } from '../parts/status.tsx';
import { candidacyTones } from './staff-tones.ts';

/** The status of a candidacy as the staff reads it. */
export const StaffStatus = ({ is }: { is: CandidacyStatus }) => (
  <Status of="candidacy" is={is} tone={candidacyTones[is]} reader="staff" />
);
