import { z } from 'zod';
import { noTenant, operation } from '../../../platform/operations/operation.ts';
import { calendarDate, slug } from '../../../platform/operations/schemas.ts';
import { language } from './language.ts';

export const planInput = z.strictObject({
  programId: z.string().trim().min(1).max(160),
  organization: slug.optional().describe('Where the program is one of a rehearsal, which no name alone finds.'),
  startOn: calendarDate.optional().describe('Today without it.'),
  payerClass: slug.optional().describe('That of everybody without it.'),
  region: slug.optional().describe('The first one without it.'),
  track: z.record(slug, slug).optional().describe('The option of each axis; the first one without it.'),
  bundle: slug.optional(),
  route: slug.optional().describe('How it is renewed; the first way without it.'),
  years: z.coerce.number().int().min(0).max(50).default(10),
  retakes: z.coerce.number().int().min(0).max(5).default(0),
  tuition: z.enum(['none', 'low', 'high']).default('none'),
  language,
});

const named = z.object({ id: z.string(), title: z.string() });

const line = z.object({
  fee: z.string(),
  kind: z.enum(['fee', 'bundle', 'tax', 'voucher']),
  title: z.string(),
  reason: z.string(),
  amountMinor: z.number().int(),
  includes: z.array(z.string()).optional(),
});

const event = z.object({
  id: z.string().describe('Stays the same while what it stands for does.'),
  on: calendarDate,
  kind: z.enum(['begin', 'tuition', 'dues', 'assess', 'retake', 'certified', 'maintenance', 'renewal', 'end']),
  title: z.string(),
  reason: z.string().optional(),
  amountMinor: z.number().int(),
  estimate: z.boolean().describe('What others charge, estimated; no fee of the program.'),
  lines: z.array(line),
});

const plan = z.object({
  organization: z.string(),
  organizationName: z.string(),
  demonstration: z.boolean(),
  programId: z.string(),
  abbreviation: z.string(),
  title: z.string(),
  credentialTitle: z.string(),
  assumptions: z
    .object({
      startOn: calendarDate,
      payerClass: z.string(),
      region: z.string().optional(),
      track: z.record(z.string(), z.string()).optional(),
      bundle: z.string().optional(),
      route: z.string(),
      years: z.number().int(),
      retakes: z.number().int(),
      tuition: z.enum(['none', 'low', 'high']),
    })
    .describe('What the plan rests on, each choice that was left open filled in.'),
  choices: z.object({
    payerClasses: z.array(named),
    regions: z.array(named),
    tracks: z.array(named.extend({ options: z.array(named) })),
    bundles: z.array(named),
    routes: z.array(named),
    retakes: z.number().int().describe('At most so many further attempts.'),
    tuition: z.boolean(),
  }),
  currency: z.string(),
  certifiedOn: calendarDate,
  endsOn: calendarDate,
  untilCertifiedMinor: z.number().int(),
  keepingMinor: z.number().int(),
  totalMinor: z.number().int(),
  events: z.array(event),
  years: z
    .array(z.object({ year: z.number().int(), amountMinor: z.number().int(), sumMinor: z.number().int() }))
    .describe('From the first day, year by year of the plan; the sum of all until then.'),
  leftOut: z.array(z.string()).describe('Estimates in another currency, which are not in the sums.'),
});

const policy = { allow: ['anyone'], tenancy: noTenant } as const;
const problems = ['programs.no-such-program', 'guide.no-such-choice'] as const;

export const planContract = {
  makePlan: operation({
    method: 'GET',
    path: '/guide/plans/{programId}',
    tag: 'Guide',
    summary: 'What a certification takes and costs, from the application through years of keeping it',
    policy,
    problems,
  })
    .input(planInput)
    .output(plan),
  getPlanPdf: operation({
    method: 'GET',
    path: '/guide/plans/{programId}/pdf',
    tag: 'Guide',
    summary: 'The same plan to print (PDF)',
    policy,
    problems: [...problems, 'guide.too-many-prints'],
  })
    .input(planInput)
    .output(z.file()),
  getPlanCalendar: operation({
    method: 'GET',
    path: '/guide/plans/{programId}/calendar',
    tag: 'Guide',
    summary: 'The dates of the same plan for a calendar (iCalendar, RFC 5545)',
    policy,
    problems,
  })
    .input(planInput)
    .output(z.file()),
};
