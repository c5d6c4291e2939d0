import { z } from 'zod';
import { inOrganization, noTenant, operation } from '../../../platform/operations/operation.ts';
import { instant, slug } from '../../../platform/operations/schemas.ts';
import { programName, programSummary, published } from './shapes.ts';

export const catalogContract = {
  listPrograms: operation({
    method: 'GET',
    path: '/programs',
    tag: 'Programs',
    summary: 'All published programs with what they are compared by, or those of one organization',
    description: 'Programs of a rehearsal are listed for its own staff only, and only where it is named.',
    policy: { allow: ['anyone'], tenancy: noTenant },
  })
    .input(z.strictObject({ organization: slug.optional() }))
    .output(z.object({ programs: z.array(programSummary) })),
  getProgram: operation({
    method: 'GET',
    path: '/organizations/{organization}/programs/{programId}',
    tag: 'Programs',
    summary: 'A published program, in its latest edition or a named one',
    policy: { allow: ['anyone'], tenancy: inOrganization },
    problems: ['programs.no-such-program'],
  })
    .input(z.strictObject({ organization: slug, programId: slug, edition: z.string().max(160).optional() }))
    .output(published),
  findProgram: operation({
    method: 'GET',
    path: '/programs/{programId}',
    tag: 'Programs',
    summary: 'A published program by its id, its abbreviation or another of its names; none of a rehearsal',
    policy: { allow: ['anyone'], tenancy: noTenant },
    problems: ['programs.no-such-program'],
  })
    .input(z.strictObject({ programId: programName }))
    .output(published),
  getHandbookPdf: operation({
    method: 'GET',
    path: '/organizations/{organization}/programs/{programId}/handbook',
    tag: 'Programs',
    summary: 'The candidate handbook of a program (PDF), in its latest edition or a named one',
    policy: { allow: ['anyone'], tenancy: inOrganization },
    problems: ['programs.no-such-program'],
  })
    .input(z.strictObject({ organization: slug, programId: slug, edition: z.string().max(160).optional() }))
    .output(z.file()),
  listEditions: operation({
    method: 'GET',
    path: '/organizations/{organization}/programs/{programId}/editions',
    tag: 'Programs',
    summary: 'Editions of a program, newest first',
    policy: { allow: ['program-manager', 'auditor', 'administrator', 'psychometrician'], tenancy: inOrganization },
  })
    .input(z.strictObject({ organization: slug, programId: slug }))
    .output(
      z.object({
        editions: z.array(
          z.object({ edition: z.string(), publishedAt: instant, publishedBy: z.string(), yaml: z.string() }),
        ),
      }),
    ),
};
