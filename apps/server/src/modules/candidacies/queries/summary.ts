import type { Program, Standing } from '@testamur/program';
import type { Tenant } from '../../../platform/http/index.ts';

interface Summarized {
  readonly id: string;
  readonly number: string;
  readonly program: Program;
  readonly standing: Standing;
}

export const summaryOf = (organization: Tenant, { id, number, program, standing }: Summarized) => ({
  id,
  number,
  organization: organization.slug,
  organizationName: organization.name,
  demonstration: organization.kind !== 'live',
  programId: program.id,
  programTitle: program.title,
  abbreviation: program.abbreviation,
  edition: program.edition,
  standing,
});
