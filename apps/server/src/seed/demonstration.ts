import { candidacyStatuses, nextActionKinds, requirementStates, type Standing } from '@testamur/program';
import { z } from 'zod';

const assessmentStates = ['locked', 'open', 'under-way', 'waiting-for-result', 'passed', 'failed'] as const;

const until = z
  .strictObject({
    status: z.array(z.enum(candidacyStatuses)).min(1).optional(),
    next: z.enum(nextActionKinds).optional().describe('An act of this kind is next.'),
    requirement: z.enum(requirementStates).optional().describe('Some requirement is in this state.'),
    assessment: z.strictObject({ id: z.string(), state: z.enum(assessmentStates) }).optional(),
    modules: z.int().min(1).optional().describe('So many modules of a course are completed.'),
    invoiced: z.literal(true).optional().describe('An invoice is open.'),
    credential: z.literal(true).optional().describe('A credential was granted.'),
  })
  .refine((parts) => Object.keys(parts).length > 0, 'Say where the candidate is left.');

const candidate = z.strictObject({
  mailbox: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  who: z.string().min(1).describe('For the list of sign-ins.'),
  until: until.describe('All of it holds where the candidate is left, for whoever tries the installation to go on.'),
  region: z.string().optional(),
  track: z.record(z.string(), z.string()).optional(),
  bundle: z.string().optional(),
  voucher: z.literal(true).optional().describe('Pays the first fee that takes vouchers by one.'),
  asks: z
    .array(z.enum(['membership', 'accommodation']))
    .optional()
    .describe('What is asked for beside the requirements, before the submission.'),
  thenRevoked: z.literal(true).optional(),
  thenAssigned: z.string().optional().describe('The assessment whose panel of examiners is asked.'),
  begunAgo: z
    .string()
    .regex(/^P\d+[DWMY]$/)
    .optional()
    .describe('How long ago all of it happened; up to now the time went by.'),
});

/** The file `demonstration.json` beside a program: who stands where when somebody tries the installation. */
export const demonstrationSchema = z.strictObject({ candidates: z.array(candidate).min(1) });

export type DemoCandidate = z.output<typeof candidate>;

/** Whether the candidate is where they are to be left. */
export const isThere = (
  { status, next, requirement, assessment, modules, invoiced, credential }: DemoCandidate['until'],
  standing: Standing,
): boolean => {
  const lines = standing.steps.flatMap((step) => step.lines);
  return (
    (status === undefined || status.includes(standing.status)) &&
    (next === undefined || standing.next.some(({ kind }) => kind === next)) &&
    (requirement === undefined || lines.some((line) => line.kind === 'requirement' && line.state === requirement)) &&
    (assessment === undefined ||
      standing.assessments.some((one) => one.assessment === assessment.id && one.state === assessment.state)) &&
    (modules === undefined || standing.assessments.some(({ modulesDone = [] }) => modulesDone.length >= modules)) &&
    (invoiced === undefined || standing.owed.some(({ invoiceId }) => invoiceId !== undefined)) &&
    (credential === undefined || standing.credential !== undefined)
  );
};
