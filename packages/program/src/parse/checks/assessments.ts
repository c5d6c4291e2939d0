import { approximateDays } from '../../calendar/period.ts';
import type { Assessment, Exam, Portfolio, Program } from '../../schema/program.ts';
import type { Path, Report } from '../problem.ts';

function checkExam(exam: Exam, path: Path, report: Report): void {
  const parts = exam.blueprint.topics;
  const sum = parts.reduce((total, { items }) => total + items, 0);
  if (sum !== exam.items) {
    const difference = Math.abs(exam.items - sum);
    report(
      [...path, 'blueprint', 'topics'],
      `The topics add up to ${sum} items, but the exam has ${exam.items}.`,
      `${sum < exam.items ? 'Add' : 'Take away'} ${difference}, or set "items: ${sum}".`,
    );
  }
  for (const [index, { topic }] of parts.entries()) {
    if (parts.findIndex((part) => part.topic === topic) !== index) {
      report([...path, 'blueprint', 'topics', index, 'topic'], `The topic "${topic}" stands twice in the blueprint.`);
    }
  }
}

function checkPortfolio(portfolio: Portfolio, path: Path, report: Report): void {
  const { pieces, rubric, pass } = portfolio;
  if (pieces.minimum > pieces.maximum) {
    report(
      [...path, 'pieces', 'minimum'],
      `At least ${pieces.minimum} pieces and at most ${pieces.maximum} cannot both hold.`,
    );
  }
  let reachable = 0;
  for (const [index, { levels, title }] of rubric.criteria.entries()) {
    for (const [position, { points }] of levels.entries()) {
      const before = levels[position - 1]?.points;
      if (before === undefined || points > before) continue;
      report(
        [...path, 'rubric', 'criteria', index, 'levels', position, 'points'],
        `A level with ${points} points follows one with ${before}; levels rise.`,
      );
    }
    const best = Math.max(...levels.map(({ points }) => points));
    reachable += best;
    if (pass.minimumPerCriterion > best) {
      report(
        [...path, 'pass', 'minimumPerCriterion'],
        `Nobody can pass: "${title}" gives at most ${best} points, and ${pass.minimumPerCriterion} are needed.`,
      );
    }
  }
  if (pass.points > reachable) {
    report(
      [...path, 'pass', 'points'],
      `Nobody can pass: the rubric gives at most ${reachable} points, and ${pass.points} are needed.`,
      `Set at most ${reachable}.`,
    );
  }
}

function checkRetake({ retake }: Assessment, path: Path, report: Report): void {
  const waiting = (retake.attempts - 1) * approximateDays(retake.wait);
  if (waiting <= approximateDays(retake.within)) return;
  report(
    [...path, 'retake', 'attempts'],
    `${retake.attempts} attempts with ${retake.wait} between them do not fit into ${retake.within}.`,
    'Allow fewer attempts, a shorter wait or a longer time.',
  );
}

export function checkAssessments(program: Program, report: Report): void {
  const used = new Set<string>();
  for (const [index, assessment] of program.assessments.entries()) {
    const path = ['assessments', index];
    checkRetake(assessment, path, report);
    if (assessment.kind === 'exam') {
      checkExam(assessment, path, report);
      for (const { topic } of assessment.blueprint.topics) used.add(topic);
    } else {
      checkPortfolio(assessment, path, report);
    }
  }
  for (const [index, { id }] of program.topics.entries()) {
    if (!used.has(id)) report(['topics', index, 'id'], `The topic "${id}" is in no blueprint.`);
  }
}
