import { type Program, type Standing, trackTitle } from '@testamur/program';
import type { Tenant } from '../../../platform/http/index.ts';

interface Summarized {
  readonly id: string;
  readonly number: string;
  readonly program: Program;
  readonly standing: Standing;
}

const trackOf = (program: Program, { track }: Standing): { trackTitle?: string } => {
  const title = track && trackTitle(program, { track });
  return title === undefined ? {} : { trackTitle: title };
};

export const summaryOf = (organization: Tenant, { id, number, program, standing }: Summarized) => ({
  id,
  number,
  organization: organization.slug,
  organizationName: organization.name,
  demonstration: organization.kind !== 'live',
  programId: program.id,
  programTitle: program.title,
  ...trackOf(program, standing),
  abbreviation: program.abbreviation,
  edition: program.edition,
  standing,
});
