import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { type Calibration, calibrate } from '../packages/psychometrics/src/irt/calibrate/index.ts';
import { calibrateThreaded } from '../packages/psychometrics/src/irt/threads/index.ts';
import { denseEm } from './irt/dense-em.ts';
import { simulated } from './irt/simulated.ts';
import { timeR } from './irt/time-r.ts';

/** Candidates; 100 items each, 2PL, 61 nodes on [−6, 6]. */
const SIZES = [500, 5_000, 50_000] as const;
const ITEMS = 100;
/** Iterations of the dense EM that are timed; it takes hundreds to converge. */
const REFERENCE_ITERATIONS = 3;

const seconds = (since: number): number => (performance.now() - since) / 1000;
const rounded = (value: number): number => Number(value.toPrecision(3));

/** Runs of one calibration: the first, with nothing compiled yet, and the median of those after it. */
async function timed(runs: number, run: () => Calibration | Promise<Calibration>) {
  const times: number[] = [];
  let last: Calibration | undefined;
  for (let at = 0; at < runs; at += 1) {
    const start = performance.now();
    last = await run();
    times.push(seconds(start));
  }
  const [first = 0, ...later] = times;
  const sorted = later.sort((a, b) => a - b);
  if (last === undefined) throw new Error('nothing was run');
  return { first: rounded(first), median: rounded(sorted[sorted.length >> 1] ?? first), calibration: last };
}

/** Peak memory of a process that does nothing but make these data and calibrate them, in MB. */
function peakMemory(candidates: number): number {
  const program = new URL('./irt/peak-memory.ts', import.meta.url).pathname;
  return Number(execFileSync(process.execPath, [program, `${candidates}`, `${ITEMS}`], { encoding: 'utf8' }));
}

console.log(
  `2PL, ${ITEMS} items, 61 nodes, ${availableParallelism()} processors; \`seconds\` without standard errors, \`secondsCrossprod\` and \`secondsOakes\` with them.`,
);
const figures: Record<string, unknown>[] = [];
for (const candidates of SIZES) {
  const data = simulated(candidates, ITEMS);
  const one = await timed(candidates > 10_000 ? 3 : 7, () => calibrate(data, { model: '2pl', se: 'none' }));
  const two = await timed(3, () => calibrateThreaded(data, { model: '2pl', se: 'none', threads: 2, threadsFrom: 1 }));
  const { logLikelihood, iterations, converged } = one.calibration;
  if (!converged) throw new Error(`${candidates} × ${ITEMS} did not converge`);
  if (two.calibration.logLikelihood !== logLikelihood) throw new Error('two threads give another log-likelihood');
  // For a few hundred candidates they take no time worth a line.
  const errors = (se: 'crossprod' | 'oakes') => timed(2, () => calibrate(data, { model: '2pl', se }));
  const withErrors: { readonly secondsCrossprod?: number; readonly secondsOakes?: number } =
    candidates < 5_000
      ? {}
      : { secondsCrossprod: (await errors('crossprod')).median, secondsOakes: (await errors('oakes')).median };
  const dense = denseEm(data, REFERENCE_ITERATIONS);
  const perIteration = one.median / iterations;
  const figure = {
    bench: 'irt',
    candidates,
    items: ITEMS,
    logLikelihood,
    iterations,
    seconds: one.median,
    secondsFirstRun: one.first,
    secondsTwoThreads: two.median,
    ...withErrors,
    peakMegabytes: peakMemory(candidates),
    denseSecondsPerIteration: rounded(dense.secondsPerIteration),
    timesDensePerIteration: Math.round(dense.secondsPerIteration / perIteration),
  };
  figures.push(figure);
  console.log(JSON.stringify(figure));
  const { secondsCrossprod, secondsOakes } = withErrors;
  const included =
    secondsOakes === undefined
      ? ''
      : ` With standard errors ${secondsCrossprod} s by cross-product and ${secondsOakes} s by Oakes.`;
  console.log(
    `${candidates.toLocaleString('en-US')} × ${ITEMS}: ${figure.seconds} s (${figure.secondsFirstRun} s the first time, ${figure.secondsTwoThreads} s with two threads and their start), ${iterations} iterations, log-likelihood ${logLikelihood.toFixed(4)}, ${figure.peakMegabytes} MB.${included} A dense EM takes ${figure.denseSecondsPerIteration} s for one iteration, ${figure.timesDensePerIteration} times as long; after ${REFERENCE_ITERATIONS} it stands at ${dense.logLikelihood.toFixed(4)}.`,
  );
}
for (const line of timeR(SIZES, ITEMS)) console.log(line);
