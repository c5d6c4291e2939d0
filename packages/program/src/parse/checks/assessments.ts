import { approximateDays } from '../../calendar/period.ts';
import { findAssessment, isRated } from '../../lookup.ts';
import type { Assessment, Exam, Program, Rated } from '../../schema/program.ts';
import type { PassingRule } from '../../schema/rule.ts';
import type { Path, Report } from '../problem.ts';

function checkPass({ pass, items }: Exam, path: Path, report: Report): void {
  const { percent, points, scale } = pass;
  if ((percent === undefined) === (points === undefined)) {
    const message =
      percent === undefined ? 'Nothing says what passes.' : 'Both "percent" and "points" say what passes.';
    report(path, message, 'Give either "percent" or "points".');
  }
  if (points !== undefined && points > items) {
    report([...path, 'points'], `Nobody can pass: the exam has ${items} items, and ${points} are needed.`);
  }
  if (scale === undefined || (scale.lowest < scale.cut && scale.cut < scale.highest)) return;
  report(
    [...path, 'scale'],
    `The scale goes from ${scale.lowest} over ${scale.cut} to ${scale.highest}; it has to rise.`,
    'Make "lowest" less than "cut", and "cut" less than "highest".',
  );
}

function checkExam(exam: Exam, path: Path, report: Report): void {
  checkPass(exam, [...path, 'pass'], report);
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

function checkTimes(rated: Rated, path: Path, report: Report): void {
  if (rated.kind === 'portfolio') {
    const { minimum, maximum } = rated.pieces;
    if (minimum > maximum) {
      report([...path, 'pieces', 'minimum'], `At least ${minimum} pieces and at most ${maximum} cannot both hold.`);
    }
    return;
  }
  const minutes = rated.rubric.criteria.reduce((sum, criterion) => sum + (criterion.minutes ?? 0), 0);
  if (minutes <= rated.timeLimitMinutes) return;
  report(
    [...path, 'timeLimitMinutes'],
    `The criteria add up to ${minutes} minutes, more than the ${rated.timeLimitMinutes} that there are.`,
    `Set "timeLimitMinutes: ${minutes}", or give them less time.`,
  );
}

function checkRubric(rated: Rated, path: Path, report: Report): void {
  const { rubric, pass } = rated;
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

/** Groups of assessments that make up for each other: each once, with scores, and with a percentage that says something. */
function checkGroups(program: Program, rule: PassingRule, path: Path, report: Report): void {
  if (typeof rule === 'string') return;
  const parts = 'all' in rule ? rule.all : 'any' in rule ? rule.any : 'of' in rule ? rule.of : [];
  const key = 'all' in rule ? 'all' : 'any' in rule ? 'any' : 'of';
  for (const [index, part] of parts.entries()) checkGroups(program, part, [...path, key, index], report);
  if (!('compensatory' in rule)) return;
  const ids = rule.compensatory.map(({ assessment }) => assessment);
  for (const [index, id] of ids.entries()) {
    const at = [...path, 'compensatory', index, 'assessment'];
    if (ids.indexOf(id) !== index) report(at, `The assessment "${id}" is weighed twice.`);
    if (findAssessment(program, id)?.kind === 'course') {
      report(at, `The course "${id}" has no scores to weigh; it is completed or not.`, 'Ask for it beside the group.');
    }
  }
  const { percent, minimumPercent } = rule;
  if (minimumPercent === undefined || minimumPercent < percent) return;
  report(
    [...path, 'minimumPercent'],
    `Each part has to reach ${minimumPercent} percent, so the ${percent} percent of all together say nothing.`,
    'Ask for less of each part, or join the parts by "all".',
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
    } else if (isRated(assessment)) {
      checkTimes(assessment, path, report);
      checkRubric(assessment, path, report);
    }
  }
  checkGroups(program, program.passing, ['passing'], report);
  for (const [index, { id }] of program.topics.entries()) {
    if (!used.has(id)) report(['topics', index, 'id'], `The topic "${id}" is in no blueprint.`);
  }
}
