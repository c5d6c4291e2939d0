import type { Environment } from '../evaluate/environment.ts';
import type { TestItem } from '../evaluate/test-lookup.ts';
import { weighted } from '../evaluate/test-variable.ts';
import { Work } from '../evaluate/work.ts';
import type { Expression } from '../model/expression.ts';
import type { BaseType, PlainValue, PlainValues, Value } from '../model/value.ts';
import { readExpression } from '../parse/expressions/read-expression.ts';
import { QTI } from '../parse/namespace.ts';
import { Report } from '../parse/report.ts';
import { readVariables, type Variables } from '../parse/variables.ts';
import { readPlain, toValue } from '../value/plain.ts';
import { Random } from '../value/random.ts';
import { readXml } from '../xml/read.ts';
import { childElements } from '../xml/tree.ts';

/** One expression and what must come of it; among: over many seeds, each of these and nothing else. */
export interface OperatorCase {
  readonly name: string;
  readonly expression: string;
  readonly responses?: Readonly<Record<string, unknown>>;
  readonly weights?: Readonly<Record<string, number>>;
  readonly seed?: number;
  /** Outside of outcome processing of a test, though the file has items. */
  readonly outside?: boolean;
  readonly result?: { readonly baseType: BaseType; readonly value: PlainValue } | null;
  readonly tolerance?: number;
  readonly among?: { readonly baseType: BaseType; readonly values: readonly unknown[] };
}

interface ItemOfTest {
  readonly identifier: string;
  readonly sections: readonly string[];
  readonly categories: readonly string[];
  readonly weights?: Readonly<Record<string, number>>;
  /** `{ source: target }`. */
  readonly variableMappings?: Readonly<Record<string, string>>;
  readonly attempted: boolean;
  readonly declarations: string;
  readonly responses?: Readonly<Record<string, unknown>>;
  readonly outcomes?: PlainValues;
}

/** A file of conformance/operators. */
export interface OperatorFile {
  readonly subject: string;
  readonly clause: string;
  readonly declarations?: string;
  readonly items?: readonly ItemOfTest[];
  readonly cases: readonly OperatorCase[];
}

/** The expression in XML, read as an item's is. */
export function readOperatorExpression(xml: string): Expression {
  const { element, report } = root(xml);
  const [expression] = childElements(element);
  if (expression === undefined) throw new Error(`no expression in ${xml}`);
  return readExpression(expression, report);
}

/** What a case's expression sees: the variables of its file, with its responses. */
export function setting(file: OperatorFile, one: OperatorCase, seed: number): Environment {
  const variables = declared(file.declarations ?? '');
  const all = [...variables.responses, ...variables.outcomes, ...variables.templates];
  const find = (identifier: string) => all.find((declaration) => declaration.identifier === identifier);
  const responses = readResponses(variables, one.responses ?? {});
  const stored = (identifier: string): Value | undefined => {
    const declaration = find(identifier);
    if (declaration === undefined) return undefined;
    const plain = Object.hasOwn(responses, identifier) ? responses[identifier] : declaration.defaultValue;
    return toValue(plain ?? null, declaration);
  };
  return {
    variable: (identifier, weightIdentifier) => {
      const value = stored(identifier);
      if (value === undefined || weightIdentifier === null) return value;
      return weighted(value, one.weights?.[weightIdentifier] ?? 1);
    },
    correctOf: (identifier) => {
      const response = variables.responses.find((declaration) => declaration.identifier === identifier);
      return response && toValue(response.correct, response);
    },
    defaultOf: (identifier) => {
      const declaration = find(identifier);
      return declaration && toValue(declaration.defaultValue, declaration);
    },
    declarationOf: find,
    random: new Random(seed),
    test: file.items === undefined || one.outside === true ? null : { items: file.items.map(testItem) },
    custom: { 'org.example.second': ([, second = null]) => second },
    work: new Work(),
    trace: null,
    depth: 0,
  };
}

function testItem(item: ItemOfTest): TestItem {
  const { responses, outcomes, templates } = declared(item.declarations);
  const variables: Variables = { responses, outcomes, templates, contexts: [] };
  const pairs = Object.entries(item.variableMappings ?? {});
  return {
    identifier: item.identifier,
    sections: item.sections,
    categories: item.categories,
    weights: Object.entries(item.weights ?? {}).map(([identifier, value]) => ({ identifier, value })),
    variableMappings: pairs.map(([source, target]) => ({ source, target })),
    responses,
    outcomes,
    templates,
    attempted: item.attempted,
    session: {
      seed: 1,
      draws: 0,
      numAttempts: item.attempted ? 1 : 0,
      duration: 0,
      completionStatus: item.attempted ? 'completed' : 'not_attempted',
      context: {},
      templates: {},
      responses: readResponses(variables, item.responses ?? {}),
      outcomes: item.outcomes ?? {},
      correct: {},
      defaults: {},
    },
  };
}

function readResponses({ responses }: Variables, given: Readonly<Record<string, unknown>>): PlainValues {
  const entries = Object.entries(given).map(([identifier, json]): [string, PlainValue] => {
    const declaration = responses.find((response) => response.identifier === identifier);
    if (declaration === undefined) throw new Error(`${identifier} is not declared as a response`);
    const read = readPlain(json, declaration);
    if (!read.ok) throw new Error(`${identifier} ${read.text}`);
    return [identifier, read.value];
  });
  return Object.fromEntries(entries);
}

function declared(xml: string): Variables {
  const { element, report } = root(xml);
  const children = childElements(element);
  const named = (kind: string) => children.filter(({ local }) => local === `qti-${kind}-declaration`);
  const variables = readVariables(
    { contexts: [], responses: named('response'), outcomes: named('outcome'), templates: named('template') },
    report,
  );
  if (report.messages.length > 0) throw new Error(JSON.stringify(report.messages));
  return variables;
}

function root(xml: string) {
  const { root: element, locate } = readXml(`<qti-assessment-item xmlns="${QTI}">${xml}</qti-assessment-item>`);
  return { element, report: new Report(locate) };
}
