import type { Assessment, Fee, Price, Program } from '../../schema/program.ts';
import type { Path, Report } from '../problem.ts';
import { checkAll, checkExists } from './exists.ts';

function checkPayers(prices: readonly Price[], path: Path, program: Program, report: Report): void {
  for (const [index, { payerClass }] of prices.entries()) {
    if (payerClass === undefined) continue;
    checkExists(payerClass, [...path, index, 'payerClass'], 'payer class', program.payerClasses, report);
  }
}

function checkFee(fee: Fee, path: Path, program: Program, report: Report): void {
  checkPayers(fee.prices, [...path, 'prices'], program, report);
  if (fee.kind === 'assessment') {
    checkAll(fee.assessments, [...path, 'assessments'], 'assessment', program.assessments, report);
    if (typeof fee.retake !== 'string') checkPayers(fee.retake, [...path, 'retake'], program, report);
  }
  for (const [index, grant] of (fee.grants ?? []).entries()) {
    if (grant.kind !== 'membership') continue;
    const place = [...path, 'grants', index, 'payerClass'];
    checkExists(grant.payerClass, place, 'payer class', program.payerClasses, report);
  }
}

function checkMoney(program: Program, report: Report): void {
  for (const [index, fee] of program.fees.entries()) checkFee(fee, ['fees', index], program, report);
  for (const [index, bundle] of (program.bundles ?? []).entries()) {
    const path = ['bundles', index];
    for (const [position, id] of bundle.fees.entries()) {
      checkExists(id, [...path, 'fees', position], 'fee', program.fees, report);
    }
    checkPayers(bundle.prices, [...path, 'prices'], program, report);
  }
  for (const [index, { fees }] of (program.policies.refund.rules ?? []).entries()) {
    checkAll(fees, ['policies', 'refund', 'rules', index, 'fees'], 'fee', program.fees, report);
  }
}

/** Ids of the assessments that come before one, however far back. */
function everythingBefore(id: string, assessments: readonly Assessment[], found: Set<string> = new Set()): Set<string> {
  for (const before of assessments.find((assessment) => assessment.id === id)?.after ?? []) {
    if (found.has(before)) continue;
    found.add(before);
    everythingBefore(before, assessments, found);
  }
  return found;
}

function checkAssessment(assessment: Assessment, path: Path, program: Program, report: Report): void {
  checkAll(assessment.after, [...path, 'after'], 'assessment', program.assessments, report);
  if (everythingBefore(assessment.id, program.assessments).has(assessment.id)) {
    report(
      [...path, 'after'],
      `"${assessment.id}" has to be passed before it is open itself.`,
      'Take one of these out of the circle.',
    );
  }
  if (assessment.kind !== 'exam') return;
  for (const [index, { topic }] of assessment.blueprint.topics.entries()) {
    checkExists(topic, [...path, 'blueprint', 'topics', index, 'topic'], 'topic', program.topics, report);
  }
}

/** Every id that assessments, money, the renewal and the preparation name exists. */
export function checkReferences(program: Program, report: Report): void {
  for (const [index, assessment] of program.assessments.entries()) {
    checkAssessment(assessment, ['assessments', index], program, report);
  }
  checkMoney(program, report);
  for (const [index, route] of program.renewal.routes.entries()) {
    if (route.kind !== 'assessment') continue;
    const path = ['renewal', 'routes', index, 'assessment'];
    checkExists(route.assessment, path, 'assessment', program.assessments, report);
  }
  for (const [index, { topics }] of (program.preparation?.materials ?? []).entries()) {
    checkAll(topics, ['preparation', 'materials', index, 'topics'], 'topic', program.topics, report);
  }
}
