import type { Program } from '../../schema/program.ts';
import type { Path, Report } from '../problem.ts';

/** Lines of a standing that every program has; a part of the same name could not be told from them. */
const reservedIds: ReadonlySet<string> = new Set(['application', 'decision', 'membership', 'renewal']);

function checkUnique(groups: readonly { path: Path; parts: readonly { id: string }[] }[], report: Report): void {
  const seen = new Set<string>();
  for (const { path, parts } of groups) {
    for (const [index, { id }] of parts.entries()) {
      if (seen.has(id))
        report([...path, index, 'id'], `The id "${id}" is taken by an earlier part.`, 'Give each its own id.');
      seen.add(id);
    }
  }
}

export function checkIds(program: Program, report: Report): void {
  const lists = ['sources', 'tasks', 'settings', 'topics', 'payerClasses'] as const;
  for (const key of lists) checkUnique([{ path: [key], parts: program[key] }], report);
  checkUnique([{ path: ['codeOfConduct', 'articles'], parts: program.codeOfConduct.articles }], report);
  checkUnique([{ path: ['accommodations', 'others'], parts: program.accommodations.others }], report);
  checkUnique([{ path: ['renewal', 'categories'], parts: program.renewal.categories }], report);
  for (const [index, assessment] of program.assessments.entries()) {
    if (assessment.kind !== 'portfolio') continue;
    checkUnique([{ path: ['assessments', index, 'rubric', 'criteria'], parts: assessment.rubric.criteria }], report);
  }

  // These share the lines of a standing, so no two of them may have one name.
  const lines = ['requirements', 'assessments', 'fees'] as const;
  checkUnique(
    lines.map((key) => ({ path: [key], parts: program[key] })),
    report,
  );
  for (const key of lines) {
    for (const [index, { id }] of program[key].entries()) {
      if (reservedIds.has(id)) report([key, index, 'id'], `The id "${id}" is kept for a step that every program has.`);
    }
  }
  for (const [index, { id }] of program.settings.entries()) {
    if (id === 'other') report(['settings', index, 'id'], 'The id "other" is kept for work in any other setting.');
  }
}
