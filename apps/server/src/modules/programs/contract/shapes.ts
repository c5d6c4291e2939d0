import type { Program } from '@testamur/program';
import { degreeLevels } from '@testamur/program';
import { z } from 'zod';
import { instant } from '../../../platform/operations/schemas.ts';

/** A name of a program as people write it: its id, its abbreviation or another name that it is known by. */
export const programName = z.string().trim().min(1).max(160);

export const program = z
  .custom<Program>((value) => typeof value === 'object' && value !== null)
  .describe('The program file as published.');

const costRange = z.object({
  currency: z.string(),
  lowestMinor: z.number().int(),
  highestMinor: z.number().int(),
  variesBy: z.array(z.string()).readonly().describe('payerClass, region, or axes of the tracks.'),
});

const way = z.object({
  education: z.enum(degreeLevels).optional().describe('The lowest degree that does; without it none is asked for.'),
  years: z.number().describe('Years of full-time work.'),
});

/** What a catalog shows and compares. */
export const programSummary = z.object({
  organization: z.string(),
  organizationName: z.string(),
  demonstration: z.boolean(),
  id: z.string(),
  abbreviation: z.string(),
  aliases: z.array(z.string()).readonly(),
  title: z.string(),
  summary: z.string(),
  audience: z.string(),
  edition: z.string(),
  workplaces: z.array(z.object({ id: z.string(), title: z.string() })).readonly(),
  cost: z
    .array(costRange)
    .readonly()
    .describe('Until certified, taxes included, over all classes, regions and tracks: one range a currency.'),
  usualTime: z.object({ period: z.string(), text: z.string(), assumed: z.boolean() }),
  ways: z
    .array(way)
    .readonly()
    .describe('The ways to qualify that ask for the least; none of them asks for more than another in both.'),
  leastEducation: z.enum(degreeLevels).optional().describe('The lowest of all ways; without it one needs no degree.'),
  leastYears: z.number().describe('The fewest of all ways.'),
  modes: z.array(z.enum(['online', 'test-center', 'on-site'])).readonly(),
  openToAnyone: z.boolean().describe('Nothing has to be there before somebody applies.'),
  assessments: z.number().int(),
  notice: z.object({ text: z.string(), confirmedByOrganization: z.boolean() }),
});

export const published = z.object({
  organization: z.string(),
  organizationName: z.string(),
  demonstration: z.boolean(),
  publishedAt: instant,
  program,
});
