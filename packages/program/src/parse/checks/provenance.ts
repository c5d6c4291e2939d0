import type { Program } from '../../schema/program.ts';
import { closest } from '../closest.ts';
import { type Path, pathInWords, type Report } from '../problem.ts';

const period = /^P\d+[DWMY]$/;

/** Numbers that say nothing about the certification itself. */
const bookkeeping: ReadonlySet<string> = new Set(['format']);

function isFigure(key: string | number | undefined, value: unknown): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'string' && (period.test(value) || key === 'amount');
}

function checkNames(part: object, names: readonly unknown[], path: Path, report: Report): void {
  const keys = Object.keys(part).filter((key) => key !== 'source' && key !== 'assumed');
  for (const [index, name] of names.entries()) {
    if (typeof name === 'string' && keys.includes(name)) continue;
    const guess = closest(String(name), keys);
    report(
      [...path, 'assumed', index],
      `"${String(name)}" is assumed, but is no field here.`,
      guess === undefined ? `Fields here: ${keys.join(', ')}.` : `Did you mean "${guess}"?`,
    );
  }
}

function walk(value: unknown, path: Path, isCovered: boolean, sources: ReadonlySet<string>, report: Report): void {
  const key = path.at(-1);
  if (typeof value !== 'object' || value === null) {
    if (isCovered || !isFigure(key, value) || (path.length === 1 && bookkeeping.has(String(key)))) return;
    report(
      path,
      `Nothing says where the figure in "${pathInWords(path)}" comes from.`,
      'Name a "source", or list it under "assumed".',
    );
    return;
  }
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) walk(entry, [...path, index], isCovered, sources, report);
    return;
  }
  const source = 'source' in value ? value.source : undefined;
  const assumed = 'assumed' in value && Array.isArray(value.assumed) ? value.assumed : [];
  if (typeof source === 'string' && !sources.has(source)) {
    const guess = closest(source, sources);
    report(
      [...path, 'source'],
      `There is no source "${source}".`,
      guess === undefined ? undefined : `Did you mean "${guess}"?`,
    );
  }
  checkNames(value, assumed, path, report);
  for (const [name, part] of Object.entries(value)) {
    if (name === 'source' || name === 'assumed') continue;
    walk(part, [...path, name], isCovered || source !== undefined || assumed.includes(name), sources, report);
  }
}

/** A figure is covered by the source of the nearest part around it that names one, or by being named as assumed. */
export function checkProvenance(program: Program, report: Report): void {
  walk(program, [], false, new Set(program.sources.map(({ id }) => id)), report);
}
