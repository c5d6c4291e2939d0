import type {
  Assessment,
  Bundle,
  Fee,
  FeeOf,
  PayerClass,
  Program,
  Rated,
  Region,
  Requirement,
  RequirementOf,
  Session,
} from './schema/program.ts';
import { idsOf } from './standing/rule.ts';

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
export function listAssessmentFees(program: Program, assessment: string): FeeOf<'assessment'>[] {
  return program.fees.filter((fee) => fee.kind === 'assessment').filter((fee) => fee.assessments.includes(assessment));
}

export function findBundle(program: Program, id: string): Bundle | undefined {
  return program.bundles?.find((bundle) => bundle.id === id);
}

export function findRegion(program: Program, id: string): Region | undefined {
  return program.regions?.find((region) => region.id === id);
}

/** Assessments that are rated by examiners, the candidate being there: performances, orals, stations. */
export function isSession(assessment: Assessment): assessment is Session {
  return assessment.kind === 'performance' || assessment.kind === 'oral' || assessment.kind === 'hands-on';
}

/** Assessments with a rubric. */
export function isRated(assessment: Assessment): assessment is Rated {
  return assessment.kind === 'portfolio' || isSession(assessment);
}

/** Assessments that serve renewals only: a route names them, and the passing rule does not. */
export function isForRenewal(program: Program, assessment: string): boolean {
  const isOfRoute = program.renewal.routes.some(
    (route) => route.kind === 'assessment' && route.assessment === assessment,
  );
  return isOfRoute && !idsOf(program.passing).includes(assessment);
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

/** The document that an attestation has to carry, in the version in force. */
export function findDocument(
  program: Program,
  requirement: RequirementOf<'attestation'>,
): { readonly title: string; readonly version: string } | undefined {
  if (requirement.document === 'code-of-conduct') {
    return { title: requirement.title, version: program.codeOfConduct.version };
  }
  return program.agreements?.find(({ id }) => id === requirement.document);
}

/** The version of the document that an attestation has to carry; empty when the program has no such document. */
export function documentVersion(program: Program, requirement: RequirementOf<'attestation'>): string {
  return findDocument(program, requirement)?.version ?? '';
}

/** The label of one of a list of things with names, or the id when it is not there. */
export function labelOf(
  list: readonly { readonly id: string; readonly label: string }[] | undefined,
  id: string,
): string {
  return list?.find((part) => part.id === id)?.label ?? id;
}

/** The title of one of a list, or the id when it is not there. */
export function titleOf(
  list: readonly { readonly id: string; readonly title: string }[] | undefined,
  id: string,
): string {
  return list?.find((part) => part.id === id)?.title ?? id;
}
