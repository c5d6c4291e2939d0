import type { CustomOperators, Environment } from '../evaluate/environment.ts';
import type { TestItem } from '../evaluate/test-lookup.ts';
import { itemVariable } from '../evaluate/test-variable.ts';
import { Work } from '../evaluate/work.ts';
import type { ResponseDeclaration, VariableDeclaration } from '../model/declarations.ts';
import type { TraceStep } from '../model/session.ts';
import type { Value } from '../model/value.ts';
import { DURATION, indexOf } from '../process/item-index.ts';
import { own } from '../process/item-state.ts';
import { toValue } from '../value/plain.ts';
import { Random } from '../value/random.ts';
import type { PlannedItem } from './plan-test.ts';
import { planOf, type TestContent, type TestSession } from './session.ts';

/** What the processing of a test may use beside it. */
export interface TestProcessOptions {
  readonly trace?: ((step: TraceStep) => void) | undefined;
  readonly custom?: CustomOperators | undefined;
}

interface Found {
  readonly declared: VariableDeclaration | ResponseDeclaration;
  readonly value: Value;
  readonly correct: Value;
}

/**
 * What expressions of a test see (QTI 3.0 ASI information model, class Variable): its outcomes and context, durations
 * of parts and sections as `PART.duration`, and variables of items as `ITEM.SCORE`, by the names that the reference's
 * variable mappings give them, and times the weight that is named.
 */
export function testEnvironment(
  content: TestContent,
  session: TestSession,
  outcomes: ReadonlyMap<string, Value>,
  options: TestProcessOptions = {},
): Environment {
  const { test } = content;
  const plan = planOf(content, session);
  const declared = new Map<string, VariableDeclaration>(
    [...test.contexts, ...test.outcomes, DURATION].map((declaration) => [declaration.identifier, declaration]),
  );
  const contexts = new Map(
    test.contexts.map((one) => [one.identifier, own(session.context, one.identifier) ?? one.defaultValue]),
  );
  // A condition rarely looks at more than a few items.
  const made = new Map<PlannedItem, TestItem>();
  const itemOf = (planned: PlannedItem): TestItem => {
    const item = made.get(planned) ?? testItem(content, session, planned);
    made.set(planned, item);
    return item;
  };
  const lookup = {
    get items() {
      return plan.items.map(itemOf);
    },
  };
  const find = (name: string, weightIdentifier: string | null): Found | undefined => {
    const declaration = declared.get(name);
    if (declaration !== undefined) {
      const plain = declaration === DURATION ? session.durations.test : (contexts.get(name) ?? null);
      const value = outcomes.has(name) ? (outcomes.get(name) ?? null) : toValue(plain, declaration);
      return { declared: declaration, value, correct: null };
    }
    for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      const [owner, variable] = [name.slice(0, dot), name.slice(dot + 1)];
      const planned =
        plan.items.find(({ identifier }) => identifier === owner) ??
        plan.items.find(({ ref }) => ref.identifier === owner);
      if (planned !== undefined) {
        const found = namedVariable(content, itemOf(planned), planned, variable, weightIdentifier);
        if (found !== undefined) return found;
      }
      const seconds = own(session.durations.parts, owner) ?? own(session.durations.sections, owner);
      const known = test.parts.some(({ identifier }) => identifier === owner) || seconds !== null;
      if (variable === 'duration' && known)
        return { declared: DURATION, value: toValue(seconds ?? 0, DURATION), correct: null };
    }
    return undefined;
  };
  return {
    variable: (identifier, weightIdentifier) => find(identifier, weightIdentifier)?.value,
    correctOf: (identifier) => find(identifier, null)?.correct,
    defaultOf: (identifier) => {
      const found = find(identifier, null);
      return found === undefined ? undefined : toValue(found.declared.defaultValue, found.declared);
    },
    declarationOf: (identifier) => find(identifier, null)?.declared,
    random: new Random(session.seed, 1_000_000),
    test: lookup,
    custom: options.custom ?? {},
    work: new Work(),
    trace: options.trace ?? null,
    depth: 0,
  };
}

/** The item as the operators over a test see it. */
function testItem({ itemOf }: TestContent, session: TestSession, planned: PlannedItem): TestItem {
  const item = itemOf(planned.ref);
  const state = Object.hasOwn(session.items, planned.identifier) ? session.items[planned.identifier] : undefined;
  return {
    identifier: planned.identifier,
    sections: planned.sections.map(({ section }) => section.identifier),
    categories: planned.ref.categories,
    weights: planned.ref.weights,
    variableMappings: planned.ref.variableMappings,
    responses: item.responses,
    outcomes: item.outcomes,
    templates: item.templates,
    session: state?.session ?? null,
    attempted: (state?.session.numAttempts ?? 0) > 0,
  };
}

/** A variable of an item under the name that the test knows. */
function namedVariable(
  { itemOf }: TestContent,
  item: TestItem,
  planned: PlannedItem,
  name: string,
  weightIdentifier: string | null,
): Found | undefined {
  const source = planned.ref.variableMappings.find(({ target }) => target === name)?.source ?? name;
  const index = indexOf(itemOf(planned.ref));
  const declared = index.variables.get(source);
  const value = itemVariable(item, source, weightIdentifier);
  if (declared === undefined || value === undefined) return undefined;
  const response = index.responses.get(source);
  const key = own(item.session?.correct ?? {}, source) ?? response?.correct ?? null;
  return { declared, value, correct: toValue(key, declared) };
}
