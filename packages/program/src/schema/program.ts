import * as z from 'zod';
import {
  accommodationsSchema,
  applicationSchema,
  codeOfConductSchema,
  noticeSchema,
  organizationSchema,
  policiesSchema,
  settingSchema,
  sourceSchema,
  taskSchema,
  topicSchema,
  usualTimeSchema,
} from './about.ts';
import { assessmentSchema, authorizationSchema, passedPartsSchema } from './assessments.ts';
import { credentialSchema, renewalSchema } from './credential.ts';
import { feeSchema, payerClassSchema } from './fees.ts';
import { idSchema, proseSchema, titleSchema } from './primitives.ts';
import { requirementSchema } from './requirements.ts';
import { ruleSchema } from './rule.ts';

export const programSchema = z.strictObject({
  format: z.literal(1).describe('The version of the program language.'),
  id: idSchema,
  title: titleSchema,
  abbreviation: titleSchema,
  aliases: z.exactOptional(z.array(titleSchema)).describe('Other names and spellings under which people look for it.'),
  edition: titleSchema.describe('Every candidacy keeps the edition under which it began.'),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 language tag, such as "en"'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code, such as "USD"'),
  organization: organizationSchema,
  notice: noticeSchema,
  sources: z.array(sourceSchema).min(1),
  summary: proseSchema.describe('One sentence.'),
  audience: proseSchema,
  scope: proseSchema.describe('What a certificate says about its holder, and what it does not.'),
  tasks: z.array(taskSchema).min(1),
  usualTime: usualTimeSchema,
  codeOfConduct: codeOfConductSchema,
  settings: z.array(settingSchema),
  payerClasses: z.array(payerClassSchema).min(1),
  requirements: z.array(requirementSchema).min(1),
  eligibility: ruleSchema.describe('Which requirements make a candidate eligible.'),
  application: applicationSchema,
  accommodations: accommodationsSchema,
  topics: z.array(topicSchema),
  assessments: z.array(assessmentSchema).min(1),
  authorization: authorizationSchema,
  passing: ruleSchema.describe('Which assessments have to be passed.'),
  passedParts: passedPartsSchema,
  fees: z.array(feeSchema),
  credential: credentialSchema,
  renewal: renewalSchema,
  policies: policiesSchema,
});

/**
 * A certification as its body decided it. Made by `parseProgram()`, which also proves what a type cannot: that ids
 * exist, that figures add up and have a source. Periods are ISO 8601; counted amounts carry their unit in the name.
 */
export type Program = z.output<typeof programSchema>;

export type Requirement = Program['requirements'][number];
export type RequirementOf<K extends Requirement['kind']> = Extract<Requirement, { kind: K }>;
export type Assessment = Program['assessments'][number];
export type Exam = Extract<Assessment, { kind: 'exam' }>;
export type Portfolio = Extract<Assessment, { kind: 'portfolio' }>;
export type Criterion = Portfolio['rubric']['criteria'][number];
export type Fee = Program['fees'][number];
export type Price = Fee['prices'][number];
export type PayerClass = Program['payerClasses'][number];
export type Topic = Program['topics'][number];

/**
 * The program language as JSON Schema 2020-12, for editors that complete and check YAML while it is typed.
 * It says less than `parseProgram()`: references and sums are not in it.
 */
export function programJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(programSchema, { io: 'input' });
  return { ...schema, title: 'Testamur program', description: 'One file that runs a whole certification.' };
}
