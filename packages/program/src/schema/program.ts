import * as z from 'zod';
import {
  accommodationsSchema,
  agreementSchema,
  applicationSchema,
  codeOfConductSchema,
  namedSchema,
  noticeSchema,
  organizationSchema,
  policiesSchema,
  preparationSchema,
  regionSchema,
  settingSchema,
  sourceSchema,
  taskSchema,
  topicSchema,
  trackAxisSchema,
  trainingProgramSchema,
  transitionSchema,
  usualTimeSchema,
  workplaceSchema,
} from './about.ts';
import { assessmentSchema, authorizationSchema, decisionSchema, passedPartsSchema } from './assessments.ts';
import { credentialSchema, renewalSchema } from './credential.ts';
import { bundleSchema, feeSchema, payerClassSchema, taxSchema } from './fees.ts';
import { idSchema, proseSchema, titleSchema } from './primitives.ts';
import { requirementSchema } from './requirements.ts';
import { passingRuleSchema, ruleSchema } from './rule.ts';

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
  preparation: z.exactOptional(preparationSchema),
  workplaces: z.array(workplaceSchema).min(1).describe('Where its holders work; people look for programs by it.'),
  codeOfConduct: codeOfConductSchema,
  agreements: z.exactOptional(z.array(agreementSchema).min(1)),
  regions: z.exactOptional(z.array(regionSchema).min(2).describe('Places whose rules or prices differ.')),
  tracks: z.exactOptional(
    z.array(trackAxisSchema).min(1).describe('What candidates choose when they begin; each candidacy is one choice.'),
  ),
  settings: z.array(settingSchema),
  roles: z.exactOptional(
    z.array(namedSchema).min(1).describe('Roles that candidates choose from for each employment.'),
  ),
  fields: z.exactOptional(z.array(namedSchema).min(1).describe('Fields of study that rules refer to.')),
  accreditors: z.exactOptional(z.array(namedSchema).min(1).describe('Accreditors that rules refer to.')),
  trainingPrograms: z.exactOptional(z.array(trainingProgramSchema).min(1)),
  credentials: z.exactOptional(z.array(namedSchema).min(1).describe('Other credentials that rules refer to.')),
  payerClasses: z.array(payerClassSchema).min(1),
  requirements: z.array(requirementSchema).min(1),
  eligibility: ruleSchema.describe('Which requirements make a candidate eligible.'),
  application: applicationSchema,
  accommodations: accommodationsSchema,
  topics: z.array(topicSchema),
  assessments: z.array(assessmentSchema).min(1),
  authorization: authorizationSchema,
  passing: passingRuleSchema.describe('Which assessments have to be passed.'),
  passedParts: passedPartsSchema,
  decision: z.exactOptional(decisionSchema.describe('Without it people decide.')),
  fees: z.array(feeSchema),
  bundles: z.exactOptional(z.array(bundleSchema).min(1)),
  taxes: z.exactOptional(z.array(taxSchema).min(1)),
  credential: credentialSchema,
  renewal: renewalSchema,
  policies: policiesSchema,
  transition: z.exactOptional(transitionSchema),
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
export type Course = Extract<Assessment, { kind: 'course' }>;
/** An assessment whose criteria examiners rate. */
export type Rated = Exclude<Assessment, Exam | Course>;
/** A rated assessment for which people meet, instead of handing something in. */
export type Session = Exclude<Rated, Portfolio>;
export type Criterion = Rated['rubric']['criteria'][number];
export type Fee = Program['fees'][number];
export type FeeOf<K extends Fee['kind']> = Extract<Fee, { kind: K }>;
export type Price = Fee['prices'][number];
export type Grant = NonNullable<Fee['grants']>[number];
export type Bundle = NonNullable<Program['bundles']>[number];
export type Tax = NonNullable<Program['taxes']>[number];
export type Region = NonNullable<Program['regions']>[number];
export type TrackAxis = NonNullable<Program['tracks']>[number];
export type RenewalRoute = Program['renewal']['routes'][number];
export type RenewalRouteOf<K extends RenewalRoute['kind']> = Extract<RenewalRoute, { kind: K }>;
export type EducationCategory = RenewalRouteOf<'education'>['categories'][number];
export type PayerClass = Program['payerClasses'][number];
export type Topic = Program['topics'][number];

/**
 * The program language as JSON Schema 2020-12, for editors that complete and check YAML while it is typed.
 * It says less than `parseProgram()`: references and sums are not in it.
 */
export function programJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(programSchema, { io: 'input', reused: 'ref' });
  return { ...schema, title: 'Testamur program', description: 'One file that runs a whole certification.' };
}
