import type { Highs, Model } from 'highs';
import { checkSpec } from '../assembly/check-spec.ts';
import { findConflict } from '../assembly/conflict.ts';
import { type Layout, layOut } from '../assembly/layout.ts';
import { writeRules } from '../assembly/rules.ts';
import { configure, loadSolver, runModel, solveProgram } from '../assembly/solver.ts';
import type { AssemblySpec } from '../assembly/spec.ts';
import type { Item } from '../irt/items/item.ts';
import { ItemCurve } from '../irt/scoring/item-curve.ts';

/** What a shadow test must be like: the length of the whole test and its constraints. */
export type ShadowSpec = Omit<AssemblySpec, 'objective' | 'forms' | 'overlap' | 'use' | 'gap' | 'absoluteGap'>;

/**
 * At every step assembles the best full test that contains the items already given and meets every constraint; the next
 * item is taken from it. So the test that comes out meets all constraints, whatever the responses.
 *
 * @see van der Linden & Reese (1998), Applied Psychological Measurement 22(3).
 */
export class ShadowTest {
  readonly #highs: Highs;
  readonly #model: Model;
  readonly #layout: Layout;
  readonly #items: readonly Item[];
  readonly #curve = new ItemCurve();
  /** The last shadow test: it holds the items given, and so is a start for the next one. */
  #last: Float64Array | undefined;

  /** By {@link shadowTest}. */
  constructor(highs: Highs, layout: Layout, items: readonly Item[], seconds: number) {
    this.#highs = highs;
    this.#layout = layout;
    this.#items = items;
    this.#model = highs.createModel(layout.program.data());
    // One thousandth of the information is far below what the estimate of θ is worth at any step.
    configure(this.#model, { seconds, gap: 1e-3 });
    // The last shadow test is already a good start, and the program is small: looking for structure costs more than it saves.
    this.#model.options.set({ presolve: 'off', mip_detect_symmetry: false, mip_heuristic_effort: 0 });
  }

  /**
   * The items of the shadow test at θ that have not been given.
   *
   * @param eligible items that may be given; set aside where no test meets the constraints with them alone.
   */
  candidates(theta: number, given: readonly number[], eligible?: readonly boolean[]): readonly number[] {
    const { program } = this.#layout;
    const place = (column: number): number => (column < this.#items.length ? column : -1);
    const costs = Float64Array.from(program.columns, (_, column) => {
      const item = this.#items[place(column)];
      if (item === undefined) return 0;
      this.#curve.at(item, theta);
      return -this.#curve.information();
    });
    const allowed = (column: number): boolean =>
      eligible === undefined || place(column) < 0 || eligible[column] === true;
    const all = { kind: 'range', from: 0, to: program.columns.length - 1 } as const;
    this.#model.changeColsCost(all, costs);
    const run = (mayEnter: (column: number) => boolean) => {
      const lower = Float64Array.from(program.columns, (column, at) => (given.includes(at) ? 1 : column.lower));
      const upper = Float64Array.from(program.columns, (column, at) =>
        given.includes(at) || mayEnter(at) ? column.upper : 0,
      );
      this.#model.changeColsBounds(all, lower, upper);
      const last = this.#last;
      const reusable =
        last !== undefined &&
        given.every((at) => (last[at] ?? 0) > 0.5) &&
        last.every((value, at) => value < 0.5 || (upper[at] ?? 0) >= 1);
      if (reusable) this.#model.setSolution({ colValue: last });
      const solved = runModel(this.#highs, this.#model);
      // Out of time without a better test, the last one still meets every constraint.
      return 'values' in solved ? solved.values : solved.status === 'stopped' && reusable ? last : undefined;
    };
    const values = run(allowed) ?? (eligible === undefined ? undefined : run(() => true));
    if (values === undefined) return [];
    this.#last = values;
    return this.#items.flatMap((_, at) => ((values[at] ?? 0) > 0.5 && !given.includes(at) ? [at] : []));
  }

  /** Forgets the last test, so that candidates do not depend on who came before. */
  reset(): void {
    this.#last = undefined;
    this.#model.clearSolver();
  }

  /** Gives the memory of the solver back; the shadow test is of no use afterwards. */
  dispose(): void {
    this.#model.dispose();
  }
}

/**
 * Prepares shadow tests: loads the solver and writes the program once.
 *
 * @param items the bank, in the same order as `spec.items`.
 * @throws {RangeError} when no test meets the constraints; it names those that conflict.
 */
export async function shadowTest(items: readonly Item[], spec: ShadowSpec): Promise<ShadowTest> {
  items.forEach(({ id }, at) => {
    if (spec.items[at]?.id !== id)
      throw new RangeError(`item ${id} of the bank is not item ${at + 1} of the specification`);
  });
  const whole: AssemblySpec = { ...spec, objective: { goal: 'feasible' } };
  checkSpec(whole);
  const highs = await loadSolver();
  const layout = layOut(whole);
  writeRules(whole, layout);
  const seconds = spec.timeLimit ?? 5;
  if (solveProgram(highs, layout.program.data(), { seconds, gap: 0 }).status === 'infeasible') {
    const { groups } = findConflict(highs, layout.program, seconds);
    throw new RangeError(`no test meets these constraints together: ${groups.join('; ')}; relax one of them`);
  }
  return new ShadowTest(highs, layout, items, seconds);
}
