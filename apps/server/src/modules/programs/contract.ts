import type { Program } from '@testamur/program';
import { z } from 'zod';
import { inOrganization, noTenant, operation } from '../../platform/operations/operation.ts';
import { instant, slug } from '../../platform/operations/schemas.ts';

const programSummary = z.object({
  organization: z.string(),
  organizationName: z.string(),
  id: z.string(),
  abbreviation: z.string(),
  title: z.string(),
  summary: z.string(),
  edition: z.string(),
});

const published = z.object({
  organization: z.string(),
  organizationName: z.string(),
  demonstration: z.boolean(),
  publishedAt: instant,
  program: z
    .custom<Program>((value) => typeof value === 'object' && value !== null)
    .describe('The program file as published.'),
});

export const programsContract = {
  listPrograms: operation({
    method: 'GET',
    path: '/programs',
    tag: 'Programs',
    summary: 'All published programs',
    policy: { allow: ['anyone'], tenancy: noTenant },
  })
    .input(z.strictObject({}))
    .output(z.object({ programs: z.array(programSummary) })),
  getProgram: operation({
    method: 'GET',
    path: '/organizations/{organization}/programs/{programId}',
    tag: 'Programs',
    summary: 'A published program, in its latest edition or a named one',
    policy: { allow: ['anyone'], tenancy: inOrganization },
    problems: ['programs.no-such-program'],
  })
    .input(z.strictObject({ organization: slug, programId: slug, edition: z.string().max(40).optional() }))
    .output(published),
  findProgram: operation({
    method: 'GET',
    path: '/programs/{programId}',
    tag: 'Programs',
    summary: 'A published program by its id or an alias alone; of organizations that are not rehearsing',
    policy: { allow: ['anyone'], tenancy: noTenant },
    problems: ['programs.no-such-program'],
  })
    .input(z.strictObject({ programId: slug }))
    .output(published),
  publishEdition: operation({
    method: 'POST',
    path: '/organizations/{organization}/programs',
    tag: 'Programs',
    summary: 'Publish an edition from a program file',
    policy: { allow: ['program-manager'], tenancy: inOrganization },
    problems: ['programs.file-refused', 'programs.edition-exists'],
  })
    .input(z.strictObject({ organization: slug, yaml: z.string().min(1).max(500_000) }))
    .output(z.object({ programId: z.string(), edition: z.string() })),
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
