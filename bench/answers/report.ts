import type { LoadSlice, Slice } from './messages.ts';
import type { Proof } from './prove.ts';

export interface Measured {
  readonly candidates: number;
  /** Of the reference. */
  readonly connections: number;
  /** Each a second of answers and a second of bare inserts, one after the other, so that both meet the same machine. */
  readonly rounds: readonly { readonly load: LoadSlice; readonly raw: Slice }[];
  readonly proof: Proof;
}

const aim = 0.6;

const round = (value: number, digits = 0) => Number(value.toFixed(digits));
const rateOf = (slices: readonly Slice[]): number =>
  slices.reduce((sum, { count }) => sum + count, 0) / slices.reduce((sum, { seconds }) => sum + seconds, 0);
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Prints a line of JSON and a table. @returns the exit code: 1 where an acknowledged answer is lost. */
export const report = ({ candidates, connections, rounds, proof }: Measured): number => {
  const answers = rateOf(rounds.map(({ load }) => load));
  const inserts = rateOf(rounds.map(({ raw }) => raw));
  const ratios = rounds.map(({ load, raw }) => rateOf([load]) / rateOf([raw])).sort((a, b) => a - b);
  const latencies = rounds.flatMap(({ load }) => load.latencies).sort((a, b) => a - b);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => round(percentile(latencies, share), 1));
  const { refused = 0, reason = '' } = rounds.at(-1)?.load ?? {};
  const answersPerCommit = round(proof.checked / proof.groups, 1);
  console.log(
    JSON.stringify({
      ...{ bench: 'answers', candidates, answersPerSecond: round(answers), p50Ms: p50, p95Ms: p95, p99Ms: p99 },
      ...{ rawInsertsPerSecond: round(inserts), rawConnections: connections, ratio: round(answers / inserts, 2) },
      ...{ medianRatio: round(percentile(ratios, 0.5), 2), aim, answersPerCommit, refused },
      ...{ acknowledged: proof.checked, missing: proof.missing.length },
    }),
  );
  const rows: [string, string][] = [
    ['answers a second over HTTP', round(answers).toLocaleString('en-US')],
    ['  until acknowledged, p50 / p95 / p99', `${p50} / ${p95} / ${p99} ms`],
    ['  answers a commit', String(answersPerCommit)],
    [`bare inserts a second, ${connections} connections`, round(inserts).toLocaleString('en-US')],
    ['ratio', `${round(answers / inserts, 2)}, median of rounds ${round(percentile(ratios, 0.5), 2)} (aim: ${aim})`],
    ['acknowledged answers found in the database', `${proof.checked - proof.missing.length} of ${proof.checked}`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  console.log(rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join('\n'));
  if (refused > 0) console.log(`  ${refused} answers were refused; the first: ${reason}`);
  if (proof.missing.length === 0 && proof.checked > 0) return 0;
  console.error(`Lost: ${proof.missing.slice(0, 5).join(', ') || 'nothing was acknowledged at all'}`);
  return 1;
};
