import type { CustomOperators, Environment } from '../evaluate/environment.ts';
import { Work } from '../evaluate/work.ts';
import type { OutcomeDeclaration } from '../model/declarations.ts';
import type { AssessmentItem } from '../model/item.ts';
import { COMPLETION_STATUSES, type CompletionStatus, type ItemSession, type TraceStep } from '../model/session.ts';
import type { PlainValue, PlainValues, Value } from '../model/value.ts';
import { type Declared, toPlain, toValue } from '../value/plain.ts';
import { Random } from '../value/random.ts';
import { numberValue } from './assign.ts';
import { COMPLETION_STATUS, DURATION, type ItemIndex, indexOf, NUM_ATTEMPTS, QTI_CONTEXT } from './item-index.ts';

/** What processing may use beside the item. */
export interface ProcessOptions {
  /** Takes each step of processing, for authors. */
  readonly trace?: ((step: TraceStep) => void) | undefined;
  /** Operators of vendors, by class. */
  readonly custom?: CustomOperators | undefined;
  /** What the processing may cost; MAX_WORK when absent. */
  readonly work?: Work | undefined;
}

/** An item session while processing runs: its variables with their types, to be changed in place. */
export interface ItemState {
  readonly item: AssessmentItem;
  readonly index: ItemIndex;
  readonly values: Map<string, Value>;
  /** Correct responses and defaults that template processing has set. */
  readonly correct: Map<string, Value>;
  readonly defaults: Map<string, Value>;
  readonly environment: Environment;
}

const NO_OPERATORS: CustomOperators = {};

/** The state that a stored session stands for. */
export function openState(item: AssessmentItem, session: ItemSession, options: ProcessOptions = {}): ItemState {
  const index = indexOf(item);
  const values = new Map<string, Value>();
  const load = (from: PlainValues, declared: ReadonlyMap<string, Declared>) => {
    for (const [identifier, declaration] of declared)
      values.set(identifier, toValue(own(from, identifier), declaration));
  };
  values.set(QTI_CONTEXT.identifier, toValue(own(session.context, QTI_CONTEXT.identifier), QTI_CONTEXT));
  load(session.context, index.contexts);
  load(session.templates, index.templates);
  load(session.responses, index.responses);
  load(session.outcomes, index.outcomes);
  values.set(NUM_ATTEMPTS.identifier, numberValue(session.numAttempts, 'integer'));
  values.set(DURATION.identifier, toValue(session.duration, DURATION));
  values.set(COMPLETION_STATUS.identifier, toValue(session.completionStatus, COMPLETION_STATUS));
  const correct = overrides(session.correct, index);
  const defaults = overrides(session.defaults, index);
  const environment: Environment = {
    variable: (identifier) => values.get(identifier),
    correctOf: (identifier) => {
      const set = correct.get(identifier);
      if (set !== undefined) return set;
      const declared = index.responses.get(identifier);
      return declared === undefined ? undefined : toValue(declared.correct, declared);
    },
    defaultOf: (identifier) => {
      const set = defaults.get(identifier);
      if (set !== undefined) return set;
      const declared = index.variables.get(identifier);
      return declared === undefined ? undefined : toValue(declared.defaultValue, declared);
    },
    declarationOf: (identifier) => index.variables.get(identifier),
    random: new Random(session.seed, session.draws),
    test: null,
    custom: options.custom ?? NO_OPERATORS,
    work: options.work ?? new Work(),
    trace: options.trace ?? null,
    depth: 0,
  };
  return { item, index, values, correct, defaults, environment };
}

/** The session to be stored, with what processing has made of the variables. */
export function closeState(state: ItemState, session: ItemSession): ItemSession {
  const { index, values } = state;
  const dump = (declared: ReadonlyMap<string, unknown>) => plainOf([...declared.keys()], values);
  return {
    ...session,
    draws: state.environment.random.draws,
    completionStatus: completionOf(state),
    templates: dump(index.templates),
    responses: dump(index.responses),
    outcomes: dump(index.outcomes),
    correct: plainOf([...state.correct.keys()], state.correct),
    defaults: plainOf([...state.defaults.keys()], state.defaults),
  };
}

/** The built-in outcome completionStatus (QTI 3.0 ASI information model, class OutcomeDeclaration). */
export function completionOf({ values }: ItemState): CompletionStatus {
  const value = toPlain(values.get(COMPLETION_STATUS.identifier) ?? null);
  return COMPLETION_STATUSES.find((status) => status === value) ?? 'unknown';
}

/** What an outcome begins with: its default, else 0 for a single number, else NULL. */
export function initialOutcome(declared: OutcomeDeclaration, defaults: ReadonlyMap<string, Value>): Value {
  const value = defaults.get(declared.identifier) ?? toValue(declared.defaultValue, declared);
  if (value !== null || declared.cardinality !== 'single') return value;
  const { baseType } = declared;
  return baseType === 'integer' || baseType === 'float' ? numberValue(0, baseType) : null;
}

/** The value of that name, never one that every object has. */
export function own(values: PlainValues, identifier: string): PlainValue {
  return Object.hasOwn(values, identifier) ? (values[identifier] ?? null) : null;
}

function plainOf(identifiers: readonly string[], values: ReadonlyMap<string, Value>): PlainValues {
  return Object.fromEntries(identifiers.map((identifier) => [identifier, toPlain(values.get(identifier) ?? null)]));
}

function overrides(plain: PlainValues, index: ItemIndex): Map<string, Value> {
  const values = new Map<string, Value>();
  for (const identifier of Object.keys(plain)) {
    const declared = index.variables.get(identifier);
    if (declared !== undefined) values.set(identifier, toValue(own(plain, identifier), declared));
  }
  return values;
}
