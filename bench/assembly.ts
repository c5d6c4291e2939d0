import { adaptiveBank, shadowTest, simulateCat } from '../packages/psychometrics/src/adaptive/index.ts';
import { type AssemblySpec, assemble, type PoolItem } from '../packages/psychometrics/src/assembly/index.ts';
import { layOut } from '../packages/psychometrics/src/assembly/layout.ts';
import { writeObjective } from '../packages/psychometrics/src/assembly/objective.ts';
import { writeRules } from '../packages/psychometrics/src/assembly/rules.ts';
import { loadSolver, solveProgram } from '../packages/psychometrics/src/assembly/solver.ts';
import { type DichotomousItem, dichotomousItem } from '../packages/psychometrics/src/irt/items/item.ts';
import { itemInformation } from '../packages/psychometrics/src/irt/items/response-function.ts';
import { Random } from '../packages/psychometrics/src/numeric/random.ts';

const AREAS = ['a', 'b', 'c', 'd', 'e'] as const;
const CUT = 0.3;
const RUNS = 9;

/** 3PL items with an area, a format, words, and enemies here and there. */
function drawPool(
  count: number,
  seed: number,
): { readonly items: readonly DichotomousItem[]; readonly pool: readonly PoolItem[] } {
  const random = new Random(seed);
  const items = Array.from({ length: count }, (_, at) =>
    dichotomousItem({
      id: `i${at + 1}`,
      discrimination: Math.exp(0.1 + 0.3 * random.normal()),
      difficulty: random.normal(),
      guessing: 0.1 + 0.15 * random.uniform(),
    }),
  );
  const pool = items.map((parameters, at) => ({
    id: parameters.id,
    parameters,
    attributes: {
      area: AREAS[random.integer(AREAS.length)] ?? 'a',
      format: random.uniform() < 0.7 ? 'single' : 'multiple',
      words: 20 + random.integer(100),
    },
    enemies: at % 25 === 0 ? [`i${at + 2}`, `i${at + 3}`] : [],
  }));
  return { items, pool };
}

/** Twelve constraints on a form of this length. */
function blueprint(length: number): Pick<AssemblySpec, 'length' | 'constraints'> {
  const areas = AREAS.map((area) => ({
    name: `area ${area}`,
    where: { area },
    min: Math.floor(length * 0.15),
    max: Math.ceil(length * 0.25),
  }));
  return {
    length,
    constraints: [
      ...areas,
      { name: 'multiple', where: { format: 'multiple' }, per: 'item', min: 0.25, max: 0.4 },
      { name: 'words', quantity: { sum: 'words' }, max: length * 65 },
    ],
  };
}

const median = (xs: readonly number[]): number => xs.toSorted((a, b) => a - b)[xs.length >> 1] ?? 0;
const quantile = (xs: readonly number[], p: number): number =>
  xs.toSorted((a, b) => a - b)[Math.floor(p * (xs.length - 1))] ?? 0;

async function time<T>(run: () => Promise<T> | T): Promise<{ readonly ms: number; readonly result: T }> {
  const start = performance.now();
  const result = await run();
  return { ms: performance.now() - start, result };
}

// One form of 40 from 1,000 items, against the same program with fractions of items allowed: its linear relaxation.
const large = drawPool(1000, 1);
const spec = {
  items: large.pool,
  ...blueprint(40),
  gap: 0,
  objective: { goal: 'maximize', aims: [{ information: CUT }] },
} as const;
const highs = await loadSolver();

function relax(): number {
  const layout = layOut(spec);
  writeRules(spec, layout);
  writeObjective(layout, spec.objective);
  const { integrality, ...relaxed } = layout.program.data();
  const solved = solveProgram(highs, relaxed, { seconds: 60, gap: 0 });
  if (integrality === undefined || !('values' in solved)) throw new Error('the relaxation has no solution');
  return layout.program.columns.reduce((sum, { cost }, column) => sum + cost * (solved.values[column] ?? 0), 0);
}

await assemble(spec);
const optimal: number[] = [];
const relaxed: number[] = [];
let objective = 0;
let bound = 0;
for (let run = 0; run < RUNS; run += 1) {
  const solved = await time(() => assemble(spec));
  if (solved.result.status !== 'optimal') throw new Error(`the form is ${solved.result.status}: nothing is measured`);
  objective = solved.result.objective;
  optimal.push(solved.ms);
  const relaxation = await time(relax);
  bound = relaxation.result;
  relaxed.push(relaxation.ms);
}
if (bound < objective - 1e-9) throw new Error('the form is better than its bound: nothing is measured');

// What the most informative 40 would have without any constraint: how much the blueprint costs.
const free = large.items
  .map((item) => itemInformation(item, CUT))
  .sort((a, b) => b - a)
  .slice(0, 40);
const unconstrained = free.reduce((sum, information) => sum + information, 0);

// Shadow tests: 30 items from 500, every selection timed; against plain maximum information in the same bank.
const small = drawPool(500, 2);
const bank = adaptiveBank(small.items);
const shadow = await shadowTest(small.items, { items: small.pool, ...blueprint(30) });
const selections: number[] = [];
const timed: Pick<typeof shadow, 'candidates' | 'reset'> = {
  candidates: (theta, given, eligible) => {
    const start = performance.now();
    const candidates = shadow.candidates(theta, given, eligible);
    selections.push(performance.now() - start);
    return candidates;
  },
  reset: () => shadow.reset(),
};
const stop = { maxItems: 30 };
const thetas = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 0.3];
const tests = simulateCat(bank, { stop, thetas, seed: 3, shadow: timed });
const plain = await time(() => simulateCat(bank, { stop, thetas, seed: 3 }));
if (tests.summary.meanLength !== 30) throw new Error('a shadow test ended early: the benchmark measures nothing');
shadow.dispose();

const rounded = (x: number, digits = 1): number => Number(x.toFixed(digits));
const figures = {
  bench: 'assembly',
  formMs: rounded(median(optimal)),
  relaxationMs: rounded(median(relaxed)),
  formOverRelaxation: rounded(median(optimal) / median(relaxed), 2),
  information: rounded(objective, 4),
  informationOfRelaxation: rounded(bound, 4),
  informationWithoutConstraints: rounded(unconstrained, 4),
  shadowSelections: selections.length,
  shadowMedianMs: rounded(median(selections)),
  shadow95Ms: rounded(quantile(selections, 0.95)),
  shadowWorstMs: rounded(Math.max(...selections)),
  shadowRmse: rounded(tests.summary.rmse, 3),
  plainRmse: rounded(plain.result.summary.rmse, 3),
};
console.log(JSON.stringify(figures));
console.log(
  `One core assembles the best form of 40 items from 1,000 under a blueprint in ${figures.formMs} ms, ${figures.formOverRelaxation} times as long as its linear relaxation; it has ${percent(figures.information / figures.informationWithoutConstraints)} of the information of the 40 best items. A shadow test of 30 items from 500 takes ${figures.shadowMedianMs} ms for the median selection, ${figures.shadow95Ms} ms for nineteen of twenty.`,
);

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
