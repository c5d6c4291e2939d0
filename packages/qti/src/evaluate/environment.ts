import type { ResponseDeclaration, VariableDeclaration } from '../model/declarations.ts';
import type { TraceStep } from '../model/session.ts';
import type { Value } from '../model/value.ts';
import type { Random } from '../value/random.ts';
import type { TestLookup } from './test-lookup.ts';
import type { Work } from './work.ts';

/** What a custom operator says of itself, in attributes. */
export interface CustomOperatorCall {
  readonly class: string | null;
  readonly definition: string | null;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * A vendor's operator (QTI 3.0 ASI information model, class CustomOperator): a pure function of its operands, in document
 * order. What it throws, the caller of the processing gets.
 */
export type CustomOperator = (operands: readonly Value[], call: CustomOperatorCall) => Value;

/** Vendors' operators by their class; one that has none, by its definition. */
export type CustomOperators = Readonly<Record<string, CustomOperator>>;

/** What an expression can see while it is evaluated. */
export interface Environment {
  /** The value of a variable, multiplied by the weight where one is named; undefined when none is declared. */
  variable(identifier: string, weightIdentifier: string | null): Value | undefined;
  /** The correct response as it is for this candidate; undefined when no such variable is declared. */
  correctOf(identifier: string): Value | undefined;
  /** The default value as it is for this candidate; undefined when no such variable is declared. */
  defaultOf(identifier: string): Value | undefined;
  declarationOf(identifier: string): VariableDeclaration | ResponseDeclaration | undefined;
  readonly random: Random;
  /** The items of the test, in outcome processing of a test; null anywhere else. */
  readonly test: TestLookup | null;
  readonly custom: CustomOperators;
  /** Shared by all that belongs to one run of processing. */
  readonly work: Work;
  /** Called once for each expression, outer ones before inner ones, and for each note; null costs nothing. */
  readonly trace: ((step: TraceStep) => void) | null;
  /** The depth of the outermost expression in the trace. */
  readonly depth: number;
}
