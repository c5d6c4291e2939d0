import type { Assessment, Fee, PayerClass, Program, Requirement, RequirementOf } from './schema/program.ts';

export function findRequirement(program: Program, id: string): Requirement | undefined {
  return program.requirements.find((requirement) => requirement.id === id);
}

export function findAssessment(program: Program, id: string): Assessment | undefined {
  return program.assessments.find((assessment) => assessment.id === id);
}

export function findFee(program: Program, id: string): Fee | undefined {
  return program.fees.find((fee) => fee.id === id);
}

/** The fees that an attempt at the assessment costs. */
export function listAssessmentFees(program: Program, assessment: string): Extract<Fee, { kind: 'assessment' }>[] {
  return program.fees.filter((fee) => fee.kind === 'assessment').filter((fee) => fee.assessment === assessment);
}

/** The title of a topic, or its id when the program does not know it. */
export function topicTitle(program: Program, id: string): string {
  return program.topics.find((topic) => topic.id === id)?.title ?? id;
}

/** The label of a setting of experience, or its id when the program does not know it. */
export function settingLabel(program: Program, id: string): string {
  return program.settings.find((setting) => setting.id === id)?.label ?? id;
}

export function findPayerClass(program: Program, id: string): PayerClass | undefined {
  return program.payerClasses.find((payer) => payer.id === id);
}

/**
 * The class of everybody who proves no other.
 *
 * @throws {RangeError} when the program has none; `parseProgram()` lets no such program pass.
 */
export function defaultPayerClass(program: Program): PayerClass {
  const payer = program.payerClasses.find(({ proof }) => proof === 'none');
  if (payer === undefined) throw new RangeError(`The program "${program.id}" has no payer class without proof.`);
  return payer;
}

/** The version of the document that an attestation has to carry. */
export function documentVersion(program: Program, requirement: RequirementOf<'attestation'>): string {
  const versions = { 'code-of-conduct': program.codeOfConduct.version };
  return versions[requirement.document];
}
