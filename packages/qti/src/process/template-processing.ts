import { OutOfWork } from '../evaluate/work.ts';
import type { PlainValues, Value } from '../model/value.ts';
import { toValue } from '../value/plain.ts';
import { assign } from './assign.ts';
import type { ItemState } from './item-state.ts';
import { own } from './item-state.ts';
import { type Effects, runRules } from './run-rules.ts';

/**
 * How often template processing begins anew for a constraint (QTI 3.0 ASI information model, class TemplateConstraint).
 */
const MAX_RESTARTS = 100;

/**
 * Sets the template variables, and what the item's template processing sets beside them: keys and defaults (QTI 3.0 ASI
 * information model, class TemplateProcessing). When no values that satisfy its constraints are found, or it takes too
 * long, the template variables hold their defaults.
 *
 * @param templateDefaults defaults that a test gives in place of the item's own.
 */
export function processTemplates(state: ItemState, templateDefaults: PlainValues): void {
  const { item, environment } = state;
  reset(state, templateDefaults);
  if (item.templateProcessing.length === 0) return;
  const effects: Effects = { family: 'template', environment, set: (rule, value) => setValue(state, rule, value) };
  try {
    for (let run = 0; run <= MAX_RESTARTS; run += 1) {
      if (runRules(item.templateProcessing, effects) !== 'constraint') return;
      reset(state, templateDefaults);
      note(state, run < MAX_RESTARTS ? 'begins anew' : 'found no values: the template variables hold their defaults');
    }
  } catch (error) {
    if (!(error instanceof OutOfWork)) throw error;
    reset(state, templateDefaults);
    note(state, `${error.message}: the template variables hold their defaults`);
  }
}

function reset(state: ItemState, templateDefaults: PlainValues): void {
  state.correct.clear();
  state.defaults.clear();
  for (const declared of state.item.templates) {
    const { identifier } = declared;
    const plain = Object.hasOwn(templateDefaults, identifier)
      ? own(templateDefaults, identifier)
      : declared.defaultValue;
    state.values.set(identifier, toValue(plain, declared));
  }
}

function setValue(
  state: ItemState,
  { rule, identifier }: { readonly rule: string; readonly identifier: string },
  given: Value,
): { readonly value: Value; readonly problem: string | null } {
  const { index } = state;
  const [declared, target] =
    rule === 'set-template-value'
      ? [index.templates.get(identifier), state.values]
      : rule === 'set-correct-response'
        ? [index.responses.get(identifier), state.correct]
        : [index.responses.get(identifier) ?? index.outcomes.get(identifier), state.defaults];
  if (declared === undefined) return { value: null, problem: `the item declares no such variable "${identifier}"` };
  const assigned = assign(given, declared);
  target.set(identifier, assigned.value);
  return assigned;
}

function note({ environment }: ItemState, detail: string): void {
  environment.trace?.({ depth: 0, kind: 'note', what: 'template-constraint', detail });
}
