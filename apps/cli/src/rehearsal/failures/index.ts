import type { Program } from '@testamur/program';
import { deniedAttestation } from './denied-attestation.ts';
import { failedPart, failedStation } from './failed-part.ts';
import type { Failure } from './failure.ts';
import { lapsedCredential } from './lapsed-credential.ts';
import { notEligible, refusedBackgroundCheck } from './not-accepted.ts';
import { unpaidYear } from './unpaid-year.ts';
import { withdrawn } from './withdrawn.ts';

export type { Failure } from './failure.ts';

/** The most particular first: what few programs have goes wrong where it is. The last one fits every program. */
export const failures: readonly Failure[] = [
  refusedBackgroundCheck,
  deniedAttestation,
  unpaidYear,
  notEligible,
  failedStation,
  withdrawn,
  lapsedCredential,
  failedPart,
];

/** What most likely goes wrong in a program. */
export const failureFor = (program: Program): Failure => failures.find(({ fits }) => fits(program)) ?? failedPart;
