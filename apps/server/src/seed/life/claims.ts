import { randomUUID } from 'node:crypto';
import { addPeriod, documentVersion, type Program, type Requirement } from '@testamur/program';
import type { Api } from './world.ts';

type Claim = Parameters<Api['candidacies']['saveSection']>[0]['claim'];

export interface Claimant {
  readonly name: string;
  /** ISO 8601 instant. */
  readonly now: string;
  /** Stored evidence. */
  readonly fileId: string;
}

/** A claim that meets a requirement of any program, if it is true. */
export const claimFor = (program: Program, requirement: Requirement, { name, now, fileId }: Claimant): Claim => {
  const yearsAgo = (years: number): string => addPeriod(now, `P${Math.ceil(years)}Y`, -1).slice(0, 10);
  switch (requirement.kind) {
    case 'experience':
      return {
        kind: 'experience',
        entries: [
          {
            id: randomUUID(),
            employer: 'Demonstration College',
            position: 'Technician',
            setting: requirement.settings[0] ?? 'other',
            from: yearsAgo(requirement.fullTimeYears + 1),
            fullTimePercent: 100,
            fileIds: [fileId],
          },
        ],
      };
    case 'education':
      return {
        kind: 'education',
        entries: [
          {
            id: randomUUID(),
            institution: 'Demonstration University',
            level: requirement.minimumLevel,
            field: 'General studies',
            awardedOn: yearsAgo(6),
            accredited: true,
            fileIds: [fileId],
          },
        ],
      };
    case 'attestation':
      return { kind: 'attestation', signedName: name, documentVersion: documentVersion(program, requirement) };
  }
};
