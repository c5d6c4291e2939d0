import { randomUUID } from 'node:crypto';
import { documentVersion, type Program, type Requirement, type RequirementOf } from '@testamur/program';
import type { Api } from './api.ts';
import { expectThat } from './unmet.ts';

/** What a candidate states for one requirement. */
export type Claim = Parameters<Api['candidacies']['saveSection']>[0]['claim'];

export interface Claimant {
  readonly name: string;
  /** ISO 8601 instant. */
  readonly now: string;
  readonly fileIds: readonly string[];
}

const dayMs = 86_400_000;
const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) - days * dayMs).toISOString().slice(0, 10);

/** Beyond what is needed, so that a leap year or a time zone does not decide. */
const spareDays = 10;

/**
 * Work that adds up to the years that are asked for, and to nothing if it is counted wrongly: 70 percent of it at full
 * time, the rest at half time, and a third job that runs beside the first and adds not a day.
 */
const experience = (rule: RequirementOf<'experience'>, { now, fileIds }: Claimant): Claim => {
  const needed = rule.fullTimeYears * 365;
  const fullDays = Math.max(3, Math.round(needed * 0.7));
  const halfDays = Math.max(2, Math.ceil((needed - fullDays + spareDays) * 2));
  const halfTo = daysBefore(now.slice(0, 10), 7);
  const halfFrom = daysBefore(halfTo, halfDays - 1);
  const fullTo = daysBefore(halfFrom, 1);
  const fullFrom = daysBefore(fullTo, fullDays - 1);
  const job = (employer: string, position: string, from: string, to: string, fullTimePercent: number, at = 0) => ({
    id: randomUUID(),
    employer,
    position,
    setting: rule.settings[at % rule.settings.length] ?? 'other',
    from,
    to,
    fullTimePercent,
    fileIds: [...fileIds],
  });
  return {
    kind: 'experience',
    entries: [
      job('Northfield Institution', 'Staff member', fullFrom, fullTo, 100),
      job('Southfield Institution', 'Staff member, part-time', halfFrom, halfTo, 50),
      job('Eastfield Institution', 'Second job, beside the first', fullFrom, fullTo, 40, 1),
    ],
  };
};

/** A claim that meets the requirement, if it is true. */
export const claimFor = (program: Program, requirement: Requirement, claimant: Claimant): Claim => {
  switch (requirement.kind) {
    case 'experience':
      return experience(requirement, claimant);
    case 'education':
      return {
        kind: 'education',
        entries: [
          {
            id: randomUUID(),
            institution: 'Northfield University',
            level: requirement.minimumLevel,
            field: 'General studies',
            awardedOn: daysBefore(claimant.now.slice(0, 10), 6 * 365),
            accredited: true,
            fileIds: [...claimant.fileIds],
          },
        ],
      };
    case 'attestation':
      return {
        kind: 'attestation',
        signedName: claimant.name,
        documentVersion: documentVersion(program, requirement),
      };
  }
};

const daysOf = ({ from, to }: { readonly from: string; readonly to?: string | undefined }): number =>
  (Date.parse(to ?? from) - Date.parse(from)) / dayMs + 1;

/**
 * Years of full-time work in a claim that `claimFor` made, reckoned from its own jobs: the second counts by half, the
 * third not at all. To the tenth below, as standings tell it.
 */
export const yearsIn = (claim: Claim): number => {
  expectThat(claim.kind === 'experience', 'a claim of experience', claim.kind);
  const [full, half] = claim.entries;
  const days = (full ? daysOf(full) : 0) + (half ? daysOf(half) / 2 : 0);
  return Math.floor((days / 365) * 10 + 1e-9) / 10;
};
