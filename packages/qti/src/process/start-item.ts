import type { AssessmentItem } from '../model/item.ts';
import type { ItemSession } from '../model/session.ts';
import type { PlainValue, PlainValues } from '../model/value.ts';
import { toValue } from '../value/plain.ts';
import { QTI_CONTEXT } from './item-index.ts';
import { closeState, initialOutcome, openState, own, type ProcessOptions } from './item-state.ts';
import { processTemplates } from './template-processing.ts';

/** What an item session begins with. */
export interface StartOptions extends ProcessOptions {
  /** A safe integer; everything random in the session follows from it. 0 when absent. */
  readonly seed?: number | undefined;
  /** Context variables by identifier, among them QTI_CONTEXT, a record. */
  readonly context?: PlainValues | undefined;
  /** Values for template variables that a test gives in place of their defaults. */
  readonly templateDefaults?: PlainValues | undefined;
}

/**
 * Begins an item session (QTI 3.0 ASI information model, item sessions and class TemplateProcessing): sets every
 * variable to what it begins with and runs the item's template processing. Response variables hold their defaults until
 * the candidate answers; single numbers among the outcomes begin with 0, other outcomes without a default with NULL.
 */
export function startItem(item: AssessmentItem, options: StartOptions = {}): ItemSession {
  const session: ItemSession = {
    seed: options.seed ?? 0,
    draws: 0,
    numAttempts: 0,
    duration: 0,
    completionStatus: 'not_attempted',
    context: contextOf(item, options.context ?? {}),
    templates: {},
    responses: {},
    outcomes: {},
    correct: {},
    defaults: {},
  };
  const state = openState(item, session, options);
  processTemplates(state, options.templateDefaults ?? {});
  for (const declared of item.responses) {
    const { identifier, defaultValue } = declared;
    state.values.set(identifier, state.defaults.get(identifier) ?? toValue(defaultValue, declared));
  }
  for (const declared of item.outcomes) state.values.set(declared.identifier, initialOutcome(declared, state.defaults));
  return closeState(state, session);
}

/**
 * Declared context variables, their defaults where the caller gives no value, and QTI_CONTEXT whether declared or not.
 */
function contextOf(item: AssessmentItem, given: PlainValues): PlainValues {
  const values = item.contexts.map(({ identifier, defaultValue }): [string, PlainValue] => {
    const value = own(given, identifier);
    return [identifier, value ?? defaultValue];
  });
  const context = own(given, QTI_CONTEXT.identifier);
  const declared = values.some(([identifier]) => identifier === QTI_CONTEXT.identifier);
  if (context !== null && !declared) values.push([QTI_CONTEXT.identifier, context]);
  return Object.fromEntries(values);
}
