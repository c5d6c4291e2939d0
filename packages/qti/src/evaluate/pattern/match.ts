import type { CharacterTest } from './classes.ts';
import { type Pattern, PatternError, PatternReader } from './parse.ts';

/** Limits of a pattern: its characters, and its steps once repetitions such as {3,5} are written out. */
const MAX_PATTERN = 2000;
const MAX_STEPS = 5000;
const MAX_REMEMBERED = 100;

/** One step: take a character, or go on at all of `next` at once. The end of a program is the index after its last step. */
type Step = { readonly test: CharacterTest; readonly cost: number } | { readonly next: readonly number[] };
export type PatternProgram = readonly Step[];

export type CompiledPattern =
  | { readonly ok: true; readonly program: PatternProgram }
  | { readonly ok: false; readonly text: string };

const remembered = new Map<string, CompiledPattern>();

/** Compiles a regular expression of XML Schema (QTI 3.0 ASI information model, class PatternMatch); or says what is wrong with it. */
export function compilePattern(source: string): CompiledPattern {
  const known = remembered.get(source);
  if (known !== undefined) return known;
  const compiled = compile(source);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(source, compiled);
  return compiled;
}

function compile(source: string): CompiledPattern {
  if (source.length > MAX_PATTERN) return { ok: false, text: `the pattern is longer than ${MAX_PATTERN} characters` };
  try {
    const program: Step[] = [];
    emit(new PatternReader(source).read(), program);
    return { ok: true, program };
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return { ok: false, text: `the pattern is no regular expression of XML Schema: ${error.message}` };
  }
}

function emit(pattern: Pattern, program: Step[]): void {
  if (program.length > MAX_STEPS) throw new PatternError(`it takes more than ${MAX_STEPS} steps`);
  switch (pattern.kind) {
    case 'character':
      program.push({ test: pattern.test, cost: pattern.cost });
      return;
    case 'sequence':
      for (const part of pattern.of) emit(part, program);
      return;
    case 'choice':
      emitChoice(pattern.of, program);
      return;
    case 'repeat':
      emitRepeat(pattern, program);
      return;
  }
}

function emitChoice(alternatives: readonly Pattern[], program: Step[]): void {
  const fork: number[] = [];
  program.push({ next: fork });
  const ends: number[][] = [];
  for (const alternative of alternatives) {
    fork.push(program.length);
    emit(alternative, program);
    const end: number[] = [];
    ends.push(end);
    program.push({ next: end });
  }
  for (const end of ends) end.push(program.length);
}

function emitRepeat({ of, min, max }: Extract<Pattern, { kind: 'repeat' }>, program: Step[]): void {
  for (let times = 0; times < min; times += 1) {
    const before = program.length;
    emit(of, program);
    // What takes no steps once takes none ever after, however often it is asked for.
    if (program.length === before) break;
  }
  if (max === Infinity) {
    const fork: number[] = [program.length + 1];
    program.push({ next: fork });
    const start = program.length - 1;
    emit(of, program);
    program.push({ next: [start] });
    fork.push(program.length);
    return;
  }
  const skips: number[][] = [];
  for (let times = min; times < max; times += 1) {
    const skip: number[] = [program.length + 1];
    skips.push(skip);
    program.push({ next: skip });
    emit(of, program);
  }
  for (const skip of skips) skip.push(program.length);
}

/**
 * Whether the pattern matches the whole text. All ways through the pattern are followed side by side: the time grows with
 * the text's length times the program's, whatever the pattern.
 *
 * @param spend is told what each character costs, and may throw.
 */
export function matchesPattern(program: PatternProgram, text: string, spend: (amount: number) => void): boolean {
  // The round in which a step was last entered, so that none is entered twice in one.
  const entered = new Int32Array(program.length + 1).fill(-1);
  let round = 0;
  let current = spread([0], program, entered, round);
  for (const character of text) {
    if (current.length === 0) return false;
    round += 1;
    let cost = 0;
    const next: number[] = [];
    for (const at of current) {
      const step = program[at];
      if (step === undefined || !('test' in step)) continue;
      cost += step.cost;
      if (step.test(character)) next.push(at + 1);
    }
    spend(cost);
    current = spread(next, program, entered, round);
  }
  return entered[program.length] === round;
}

/** The steps that take a character, reached from the given ones without taking any. */
function spread(from: readonly number[], program: PatternProgram, entered: Int32Array, round: number): number[] {
  const waiting = [...from];
  const reached: number[] = [];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (entered[at] === round) continue;
    entered[at] = round;
    const step = program[at];
    if (step === undefined) continue;
    if ('test' in step) reached.push(at);
    else waiting.push(...step.next);
  }
  return reached;
}
