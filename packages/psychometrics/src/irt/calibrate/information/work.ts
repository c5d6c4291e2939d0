import type { Allocate, Coding } from '../data/coding.ts';
import type { Tables } from '../expectation/block.ts';
import type { Expector } from '../expectation/expectation.ts';
import { addMoments } from './moments.ts';
import { addProducts } from './products.ts';
import { type ScoreTables, scoreTables } from './score-tables.ts';

/** Patterns of one class that one thread sums at a time. */
export interface Job {
  /** `products` of the mean scores of each pattern, or second `moments` of the scores given each pattern. */
  readonly kind: 'products' | 'moments';
  readonly class: number;
  /** They stand in the order of the work from here to before `to`. */
  readonly from: number;
  readonly to: number;
  /** Of `moments`: which codes of the class, by their place among them, are paired with those up to themselves. */
  readonly firstCode: number;
  readonly lastCode: number;
}

/** What a sum over the patterns needs, as plain memory that threads can share. */
export interface InformationWork {
  readonly coding: Coding;
  readonly tables: Tables;
  readonly scores: ScoreTables;
  /** The patterns, class after class. */
  readonly order: Int32Array;
  /** Four by class: the first of its linear codes, the one after the last, and the same of its tabled codes. */
  readonly codeRange: Int32Array;
  readonly jobs: readonly Job[];
}

/** How large a job is at most. */
interface JobBounds {
  /** Patterns, unless that would make more than 64 jobs of a class. */
  readonly patterns: number;
  /** Numbers in the table of pairs of codes, unless those of one code are more. */
  readonly cells: number;
}

const MOST_PARTS = 64;
/** The table of pairs takes 16 MB. */
const BOUNDS: JobBounds = { patterns: 16_384, cells: 2 ** 21 };

/** What has to be summed at x, where the expector has its tables. */
export function informationWork(
  expector: Expector,
  x: Float64Array,
  kind: Job['kind'],
  bounds: JobBounds = BOUNDS,
): InformationWork {
  const { model, grid, workspace, allocate } = expector;
  const { coding, tables } = workspace;
  const start = classStart(coding);
  const order = new Int32Array(allocate(4 * Math.max(1, coding.patterns)));
  const next = start.slice();
  for (let p = 0; p < coding.patterns; p += 1) {
    const c = coding.classOf[p] ?? 0;
    order[next[c] ?? 0] = p;
    next[c] = (next[c] ?? 0) + 1;
  }
  const codeRange = codeRanges(coding);
  const jobs: Job[] = [];
  for (let c = 0; c < coding.classes; c += 1) {
    const [low = 0, high = 0] = start.subarray(c, c + 2);
    const parts = Math.min(MOST_PARTS, Math.ceil((high - low) / bounds.patterns));
    const [a = 0, b = 0, d = 0, e = 0] = codeRange.subarray(4 * c, 4 * c + 4);
    const codes = b - a + e - d;
    const room = kind === 'products' ? Number.POSITIVE_INFINITY : bounds.cells / Math.max(1, codes * grid.size);
    const step = Math.max(1, Math.min(Math.floor(room), codes));
    for (let part = 0; part < parts; part += 1) {
      const from = low + Math.round((part * (high - low)) / parts);
      const to = low + Math.round(((part + 1) * (high - low)) / parts);
      for (let firstCode = 0; firstCode === 0 || firstCode < codes; firstCode += step) {
        jobs.push({ kind, class: c, from, to, firstCode, lastCode: Math.min(codes, firstCode + step) });
      }
    }
  }
  return { coding, tables, scores: scoreTables(model, grid, x, allocate), order, codeRange, jobs };
}

function classStart({ classes, patterns, classOf }: Coding): Int32Array {
  const start = new Int32Array(classes + 1);
  for (let p = 0; p < patterns; p += 1) start[(classOf[p] ?? 0) + 1] = (start[(classOf[p] ?? 0) + 1] ?? 0) + 1;
  for (let c = 0; c < classes; c += 1) start[c + 1] = (start[c + 1] ?? 0) + (start[c] ?? 0);
  return start;
}

/** Codes of a class follow each other, for codes are numbered class by class. */
function codeRanges({ classes, patterns, classOf, start, codes, linear }: Coding): Int32Array {
  const range = new Int32Array(4 * classes);
  for (let p = 0; p < patterns; p += 1) {
    const row = 4 * (classOf[p] ?? 0);
    const end = start[p + 1] ?? 0;
    for (let at = start[p] ?? 0; at < end; at += 1) {
      const code = codes[at] ?? 0;
      const side = code < linear ? row : row + 2;
      const last = range[side + 1] ?? 0;
      if (last === 0 || code < (range[side] ?? 0)) range[side] = code;
      if (code >= last) range[side + 1] = code + 1;
    }
  }
  return range;
}

/** Room for the sums of a job: the lower triangle of a square of as many rows as parameters. */
export const jobSums = ({ scores: { size } }: InformationWork, allocate: Allocate): Float64Array =>
  new Float64Array(allocate(8 * Math.max(1, size * size)));

/** Does job `index`; `sums` is overwritten. */
export function runJob(work: InformationWork, index: number, sums: Float64Array): void {
  sums.fill(0);
  const job = work.jobs[index];
  if (job === undefined) return;
  if (job.kind === 'products') addProducts(work, job, sums);
  else addMoments(work, job, sums);
}

/** Adds the sums of a job to the total; done in the order of the jobs, it gives the same bits whoever did them. */
export function addSums(total: Float64Array, sums: Float64Array): void {
  for (let at = 0; at < total.length; at += 1) total[at] = (total[at] ?? 0) + (sums[at] ?? 0);
}
