import { lookup } from '../evaluate/lookup.ts';
import type { OutcomeDeclaration } from '../model/declarations.ts';
import { COMPLETION_STATUSES } from '../model/session.ts';
import type { Value } from '../model/value.ts';
import { type Assignment, assign } from './assign.ts';
import { COMPLETION_STATUS } from './item-index.ts';
import { type ItemState, initialOutcome } from './item-state.ts';
import { runRules } from './run-rules.ts';

/**
 * Runs the item's response processing over the responses in the state (QTI 3.0 ASI information model, class
 * ResponseProcessing). Outcomes of an item that is not adaptive begin anew with their defaults; those of an adaptive
 * item go on from what they were.
 */
export function processResponses(state: ItemState): void {
  const { item, environment } = state;
  if (!item.adaptive) {
    for (const declared of item.outcomes) {
      state.values.set(declared.identifier, initialOutcome(declared, state.defaults));
    }
  }
  if (item.processing.type !== 'rules') return;
  runRules(item.processing.rules, {
    family: 'response',
    environment,
    set: ({ rule, identifier }, value) => setOutcome(state, rule, identifier, value),
  });
}

function setOutcome(state: ItemState, rule: string, identifier: string, given: Value): Assignment {
  if (identifier === COMPLETION_STATUS.identifier) return setCompletion(state, given);
  const declared = state.index.outcomes.get(identifier);
  if (declared === undefined) return { value: null, problem: `the item declares no outcome "${identifier}"` };
  if (rule === 'lookup-outcome-value') state.environment.work.spend(declared.lookupTable?.entries.length ?? 0);
  const assigned = rule === 'lookup-outcome-value' ? lookUp(given, declared) : assign(given, declared);
  state.values.set(identifier, assigned.value);
  return assigned;
}

/** The value that the outcome's table holds for a number (class LookupOutcomeValue). */
export function lookUp(given: Value, declared: OutcomeDeclaration): Assignment {
  if (declared.lookupTable === null) return { value: null, problem: `${declared.identifier} declares no table` };
  return assign(lookup(declared.lookupTable, given, declared), declared);
}

function setCompletion(state: ItemState, given: Value): Assignment {
  const { value, problem } = assign(given, COMPLETION_STATUS);
  const known = value !== null && value.cardinality === 'single' && COMPLETION_STATUSES.some((s) => s === value.value);
  if (known) {
    state.values.set(COMPLETION_STATUS.identifier, value);
    return { value, problem };
  }
  const kept = state.values.get(COMPLETION_STATUS.identifier) ?? null;
  return { value: kept, problem: `completionStatus is one of ${COMPLETION_STATUSES.join(', ')}; it stays as it was` };
}
