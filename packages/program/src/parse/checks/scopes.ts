import type { Fee, Program } from '../../schema/program.ts';
import { closest } from '../closest.ts';
import type { Path, Report } from '../problem.ts';
import { checkAll } from './exists.ts';

interface Scoped {
  readonly for?: Readonly<Record<string, readonly string[]>>;
}

function checkScope({ for: scope }: Scoped, path: Path, program: Program, report: Report): void {
  for (const [axis, values] of Object.entries(scope ?? {})) {
    const place = [...path, 'for', axis];
    if (axis === 'region') {
      checkAll(values, place, 'region', program.regions, report);
      continue;
    }
    const track = program.tracks?.find(({ id }) => id === axis);
    if (track !== undefined) {
      checkAll(values, place, `option of "${axis}"`, track.options, report);
      continue;
    }
    const axes = [...(program.regions === undefined ? [] : ['region']), ...(program.tracks ?? []).map(({ id }) => id)];
    const guess = closest(axis, axes);
    report(
      place,
      `There is no axis "${axis}" on which candidates differ.`,
      guess === undefined ? `Known here: ${axes.join(', ') || 'none'}.` : `Did you mean "${guess}"?`,
    );
  }
}

function checkRows(rows: readonly Scoped[], path: Path, program: Program, report: Report): void {
  for (const [index, row] of rows.entries()) checkScope(row, [...path, index], program, report);
}

function checkFee(fee: Fee, path: Path, program: Program, report: Report): void {
  checkScope(fee, path, program, report);
  checkRows(fee.prices, [...path, 'prices'], program, report);
  if (fee.kind === 'assessment' && typeof fee.retake !== 'string') {
    checkRows(fee.retake, [...path, 'retake'], program, report);
  }
}

/** Every `for` of the file names axes and values that there are. */
export function checkScopes(program: Program, report: Report): void {
  checkRows(program.requirements, ['requirements'], program, report);
  checkRows(program.assessments, ['assessments'], program, report);
  for (const [index, fee] of program.fees.entries()) checkFee(fee, ['fees', index], program, report);
  for (const [index, bundle] of (program.bundles ?? []).entries()) {
    checkRows(bundle.prices, ['bundles', index, 'prices'], program, report);
  }
  checkRows(program.taxes ?? [], ['taxes'], program, report);

  const axes = new Set((program.tracks ?? []).map(({ id }) => id));
  for (const [, axis = ''] of program.credential.title.matchAll(/\{([^{}]*)\}/g)) {
    if (axes.has(axis)) continue;
    report(
      ['credential', 'title'],
      `"{${axis}}" stands in the title, but there is no axis "${axis}" of the tracks.`,
      `Known here: ${[...axes].join(', ') || 'none'}.`,
    );
  }
}
