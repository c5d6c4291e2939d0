import type { BaseType, Cardinality, PlainValue, Scalar } from './value.ts';

/**
 * What every variable declares. `baseType` is null for records alone. `fields` are the base types of a record's fields as far
 * as its declared values name them. `defaultValue`: null when none is declared.
 */
export interface VariableDeclaration {
  readonly identifier: string;
  readonly cardinality: Cardinality;
  readonly baseType: BaseType | null;
  readonly fields: Readonly<Record<string, BaseType>>;
  readonly defaultValue: PlainValue;
}

/** Points by response value (element qti-mapping); bounds clamp the sum, null for none. Keys in the form of Scalar. */
export interface Mapping {
  readonly defaultValue: number;
  readonly lowerBound: number | null;
  readonly upperBound: number | null;
  readonly entries: readonly {
    readonly key: Scalar;
    readonly value: number;
    /** Of strings alone. */
    readonly caseSensitive: boolean;
  }[];
}

/** The shapes of areas (enumeration Shape). `poly` is x1,y1,x2,y2,…; `circle` x,y,r; `rect` left,top,right,bottom; `ellipse` x,y,h,v. */
export const SHAPES = ['circle', 'default', 'ellipse', 'poly', 'rect'] as const;
export type Shape = (typeof SHAPES)[number];

/** An area of an image, in its own pixels. `default` is the whole image and has no coordinates. */
export interface Area {
  readonly shape: Shape;
  readonly coords: readonly number[];
}

/** Points by area (element qti-area-mapping): each area counts once, as the first that holds a point. */
export interface AreaMapping {
  readonly defaultValue: number;
  readonly lowerBound: number | null;
  readonly upperBound: number | null;
  readonly entries: readonly { readonly area: Area; readonly value: number }[];
}

/**
 * A response variable (element qti-response-declaration). `correct` is the key, null when none is declared;
 * `correctInterpretation` are the author's words about it.
 */
export interface ResponseDeclaration extends VariableDeclaration {
  readonly correct: PlainValue;
  readonly correctInterpretation: string | null;
  readonly mapping: Mapping | null;
  readonly areaMapping: AreaMapping | null;
}

/** A table from a number to a value (elements qti-match-table, qti-interpolation-table). */
export type LookupTable =
  | {
      readonly table: 'match';
      readonly defaultValue: Scalar | null;
      /** Integers, in document order; the first that is equal holds. */
      readonly entries: readonly { readonly source: number; readonly target: Scalar }[];
    }
  | {
      readonly table: 'interpolation';
      readonly defaultValue: Scalar | null;
      /** In document order; the first whose source is below the number (or equal, with `includeBoundary`) holds. */
      readonly entries: readonly {
        readonly source: number;
        readonly includeBoundary: boolean;
        readonly target: Scalar;
      }[];
    };

/** Who may see a rubric block or an outcome (enumeration View). */
export const VIEWS = ['author', 'candidate', 'proctor', 'scorer', 'test-constructor', 'tutor'] as const;
export type View = (typeof VIEWS)[number];

/** An outcome variable (element qti-outcome-declaration). An empty `view` is everyone's. */
export interface OutcomeDeclaration extends VariableDeclaration {
  readonly view: readonly View[];
  readonly interpretation: string | null;
  readonly longInterpretation: string | null;
  readonly normalMaximum: number | null;
  readonly normalMinimum: number | null;
  readonly masteryValue: number | null;
  /** Who sets it when the item's processing does not: a person or another machine. */
  readonly externalScored: 'human' | 'externalMachine' | null;
  readonly variableIdentifierRef: string | null;
  readonly lookupTable: LookupTable | null;
}

/** A template variable (element qti-template-declaration): its value is set once, before the item is shown. */
export interface TemplateDeclaration extends VariableDeclaration {
  /** Put into MathML where an identifier of this name stands. */
  readonly mathVariable: boolean;
  /** Put into objects' parameters. */
  readonly paramVariable: boolean;
}

/** A context variable (element qti-context-declaration): what the delivering system tells the item, as a record. */
export type ContextDeclaration = VariableDeclaration;
