import { closest } from '../closest.ts';
import type { Path, Report } from '../problem.ts';

interface Named {
  readonly id: string;
}

/** Reports an id that is not in the list that it is taken from. */
export function checkExists(
  id: string,
  path: Path,
  what: string,
  known: readonly Named[] | undefined,
  report: Report,
): void {
  const ids = (known ?? []).map((part) => part.id);
  if (ids.includes(id)) return;
  const guess = closest(id, ids);
  report(
    path,
    `There is no ${what} "${id}".`,
    guess === undefined ? `Known here: ${ids.join(', ') || 'none'}.` : `Did you mean "${guess}"?`,
  );
}

/** The same for a list of ids, in which none may stand twice. */
export function checkAll(
  ids: readonly string[] | undefined,
  path: Path,
  what: string,
  known: readonly Named[] | undefined,
  report: Report,
): void {
  for (const [index, id] of (ids ?? []).entries()) {
    checkExists(id, [...path, index], what, known, report);
    if (ids?.indexOf(id) !== index) report([...path, index], `The ${what} "${id}" stands twice in this list.`);
  }
}
