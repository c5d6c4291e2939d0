import type { Program } from '../../schema/program.ts';
import type { Path, Report } from '../problem.ts';

interface Group {
  readonly path: Path;
  readonly parts: readonly { readonly id: string }[] | undefined;
}

/** Lines of a standing that every program has; a part of the same name could not be told from them. */
const reservedIds: ReadonlySet<string> = new Set(['application', 'decision', 'membership', 'renewal']);

/** No two parts of the groups, taken together, have one id. */
function checkUnique(groups: readonly Group[], report: Report): void {
  const seen = new Set<string>();
  for (const { path, parts = [] } of groups) {
    for (const [index, { id }] of parts.entries()) {
      if (seen.has(id)) {
        report([...path, index, 'id'], `The id "${id}" is taken by an earlier part.`, 'Give each its own id.');
      }
      seen.add(id);
    }
  }
}

function groupsInRequirements({ requirements }: Program): readonly Group[] {
  return requirements.flatMap((requirement, index): Group[] => {
    const path = ['requirements', index];
    if (requirement.kind === 'experience') return [{ path: [...path, 'ofWhich'], parts: requirement.ofWhich }];
    if (requirement.kind !== 'references') return [];
    return [
      { path: [...path, 'relations'], parts: requirement.relations },
      { path: [...path, 'form'], parts: requirement.form },
    ];
  });
}

function groupsInAssessments({ assessments }: Program): readonly Group[] {
  return assessments.map((assessment, index): Group => {
    const path = ['assessments', index];
    if (assessment.kind === 'course') return { path: [...path, 'modules', 'list'], parts: assessment.modules.list };
    if (assessment.kind === 'exam') return { path, parts: [] };
    return { path: [...path, 'rubric', 'criteria'], parts: assessment.rubric.criteria };
  });
}

function groupsOf(program: Program): readonly Group[] {
  const lists = [
    'sources',
    'tasks',
    'workplaces',
    'agreements',
    'regions',
    'tracks',
    'settings',
    'roles',
    'fields',
    'accreditors',
    'trainingPrograms',
    'credentials',
    'topics',
    'payerClasses',
    'taxes',
  ] as const;
  const { routes } = program.renewal;
  return [
    ...lists.map((key): Group => ({ path: [key], parts: program[key] })),
    ...(program.tracks ?? []).map(
      ({ options }, index): Group => ({ path: ['tracks', index, 'options'], parts: options }),
    ),
    { path: ['codeOfConduct', 'articles'], parts: program.codeOfConduct.articles },
    { path: ['accommodations', 'others'], parts: program.accommodations.others },
    { path: ['preparation', 'materials'], parts: program.preparation?.materials },
    { path: ['renewal', 'routes'], parts: routes },
    ...routes.map((route, index): Group => {
      const path = ['renewal', 'routes', index, 'categories'];
      return { path, parts: route.kind === 'education' ? route.categories : [] };
    }),
    ...groupsInRequirements(program),
    ...groupsInAssessments(program),
  ];
}

function checkKept(program: Program, report: Report): void {
  const withOther = ['settings', 'roles', 'fields', 'accreditors'] as const;
  for (const key of withOther) {
    for (const [index, { id }] of (program[key] ?? []).entries()) {
      if (id === 'other') report([key, index, 'id'], 'The id "other" is kept for whatever is not in the list.');
    }
  }
  for (const [index, { id }] of (program.tracks ?? []).entries()) {
    if (id === 'region') report(['tracks', index, 'id'], 'The id "region" is kept for the regions.');
  }
  for (const [index, { id }] of (program.agreements ?? []).entries()) {
    if (id === 'code-of-conduct') report(['agreements', index, 'id'], 'The id "code-of-conduct" is kept for the code.');
  }
}

/** Ids are unique where they are looked up, and none is taken that means something else. */
export function checkIds(program: Program, report: Report): void {
  for (const group of groupsOf(program)) checkUnique([group], report);

  // These share the lines of a standing, so no two of them may have one name.
  const lines = ['requirements', 'assessments', 'fees', 'bundles'] as const;
  checkUnique(
    lines.map((key) => ({ path: [key], parts: program[key] })),
    report,
  );
  for (const key of lines) {
    for (const [index, { id }] of (program[key] ?? []).entries()) {
      if (reservedIds.has(id)) report([key, index, 'id'], `The id "${id}" is kept for a step that every program has.`);
    }
  }
  checkKept(program, report);
}
