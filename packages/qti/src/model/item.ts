import type { ContentNode } from './content.ts';
import type { ResponseProcessing } from './processing.ts';

/** QTI's cardinalities. */
export const CARDINALITIES = ['single', 'multiple', 'ordered', 'record'] as const;
export type Cardinality = (typeof CARDINALITIES)[number];

/** QTI's base types. */
export const BASE_TYPES = [
  'boolean',
  'directedPair',
  'duration',
  'file',
  'float',
  'identifier',
  'integer',
  'pair',
  'point',
  'string',
  'uri',
] as const;
export type BaseType = (typeof BASE_TYPES)[number];

/** One value; which kind follows from the base type. */
export type ScalarValue = string | number | boolean;

/** The value of an outcome: null is QTI's NULL; lists are the containers `multiple` and `ordered`. */
export type OutcomeValue = ScalarValue | readonly ScalarValue[] | null;

/** Points by response value (element qti-mapping); bounds clamp the sum, null for none. */
export interface Mapping {
  readonly defaultValue: number;
  readonly lowerBound: number | null;
  readonly upperBound: number | null;
  readonly entries: readonly { readonly key: string; readonly value: number }[];
}

/** A response variable (element qti-response-declaration). `correct` is the key: empty when none is declared. */
export interface ResponseDeclaration {
  readonly identifier: string;
  readonly cardinality: Cardinality;
  readonly baseType: BaseType | null;
  readonly correct: readonly ScalarValue[];
  readonly mapping: Mapping | null;
}

/** An outcome variable (element qti-outcome-declaration). Points unless the item says otherwise. */
export interface OutcomeDeclaration {
  readonly identifier: string;
  readonly cardinality: Cardinality;
  readonly baseType: BaseType | null;
  readonly defaultValue: OutcomeValue;
  readonly normalMaximum: number | null;
  readonly normalMinimum: number | null;
  readonly masteryValue: number | null;
  readonly interpretation: string | null;
}

/**
 * An assessment item (element qti-assessment-item). Plain JSON. It holds keys and rationales: send a browser what
 * `candidateView` makes of it, never the item.
 */
export interface AssessmentItem {
  readonly identifier: string;
  readonly title: string;
  readonly label: string | null;
  /** BCP 47, from xml:lang; null when the item does not say. */
  readonly language: string | null;
  readonly timeDependent: boolean;
  readonly toolName: string | null;
  readonly toolVersion: string | null;
  readonly responses: readonly ResponseDeclaration[];
  readonly outcomes: readonly OutcomeDeclaration[];
  readonly body: readonly ContentNode[];
  readonly processing: ResponseProcessing;
}
