import type { ChosenForm } from '../layout.ts';
import type { Compliance } from '../spec.ts';

/** A constraint: its rows are in the program, and it can look at the forms that came out. */
export interface Rule {
  readonly check: (chosen: readonly ChosenForm[]) => readonly Compliance[];
}

/** Solutions of the solver hold constraints to 1e-6; whole numbers of items are exact. */
const SLACK = 1e-6;

/** What came out of one constraint on one form. */
export function complianceOf(
  form: string | null,
  constraint: string,
  bounds: { readonly min?: number | undefined; readonly max?: number | undefined },
  got: number,
): Compliance {
  const { min = null, max = null } = bounds;
  const slack = SLACK * Math.max(1, Math.abs(got));
  const met = got >= (min ?? -Infinity) - slack && got <= (max ?? Infinity) + slack;
  return { form, constraint, wanted: { min, max }, got, met };
}
