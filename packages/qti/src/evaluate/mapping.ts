import type { AreaMapping, Mapping, ResponseDeclaration, VariableDeclaration } from '../model/declarations.ts';
import type { BaseType, Scalar, Value } from '../model/value.ts';
import { canonical } from '../value/compare.ts';
import { holdsPoint } from './areas.ts';
import { A_BOOLEAN, A_FLOAT, boolean, float, membersOf } from './results.ts';
import { type Context, leaf, operator, POINTS, type Rules, type StaticContext } from './rule.ts';
import { inCase } from './text.ts';
import { sizeOf } from './work.ts';

/**
 * Points for responses (QTI 3.0 ASI information model, classes MapResponse, MapResponsePoint) and points in areas (class
 * Inside). A response of nothing is mapped to 0, within the bounds.
 */
export const MAPPING: Rules<'map-response' | 'map-response-point' | 'inside'> = {
  'map-response': leaf(
    (context, { identifier }) => mappedType(identifier, context),
    ({ identifier }, context) => {
      const { mapping, baseType, value } = mapped(identifier, context);
      if (value === undefined) return null;
      if (mapping === null || baseType === null) {
        context.note(`${identifier} has no mapping; NULL`);
        return null;
      }
      context.environment.work.spend(sizeOf(value) * 4);
      return float(mapValues(membersOf(value), mapping, baseType));
    },
  ),
  'map-response-point': leaf(
    (context, { identifier }) => {
      const type = context.typeOf(identifier);
      if (type?.baseType !== undefined && type.baseType !== 'point') {
        context.problem(`${identifier} must be of base type point`);
      }
      return mappedType(identifier, context);
    },
    ({ identifier }, context) => {
      const { areaMapping, value } = mapped(identifier, context);
      if (value === undefined) return null;
      if (areaMapping === null) {
        context.note(`${identifier} has no area mapping; NULL`);
        return null;
      }
      const points = membersOf(value);
      const once = areaMapping.entries.reduce((total, { area }) => total + 1 + area.coords.length, 0);
      context.environment.work.spend(points.length * once);
      return float(mapPoints(points, areaMapping));
    },
  ),
  inside: operator({
    operands: [1, 1],
    needs: POINTS,
    gives: A_BOOLEAN,
    evaluate: ([value], { area }, { environment }) => {
      const points = membersOf(value);
      environment.work.spend(points.length * area.coords.length);
      return boolean(points.some((point) => holdsPoint(area, point)));
    },
  }),
};

function mappedType(identifier: string, context: StaticContext) {
  const type = context.typeOf(identifier);
  if (type === undefined) context.problem(`${identifier} is not declared`);
  if (type?.cardinality === 'record') context.problem(`${identifier} is a record, which has no mapping`);
  return A_FLOAT;
}

interface Mapped {
  readonly mapping: Mapping | null;
  readonly areaMapping: AreaMapping | null;
  readonly baseType: BaseType | null;
  /** Undefined when it is not a response variable, or a record. */
  readonly value: Value | undefined;
}

function mapped(identifier: string, context: Context): Mapped {
  const declaration = context.environment.declarationOf(identifier);
  const value = context.environment.variable(identifier, null);
  if (declaration === undefined || !isResponse(declaration) || declaration.cardinality === 'record') {
    context.note(`${identifier} is no response variable that can be mapped; NULL`);
    return { mapping: null, areaMapping: null, baseType: null, value: undefined };
  }
  const { mapping, areaMapping, baseType } = declaration;
  return { mapping, areaMapping, baseType, value: value ?? null };
}

function isResponse(declaration: VariableDeclaration | ResponseDeclaration): declaration is ResponseDeclaration {
  return 'mapping' in declaration;
}

/** Where in the mapping the first entry of each key stands; of keys without regard to case in capitals. */
interface KeyIndex {
  readonly exact: ReadonlyMap<Scalar, number>;
  readonly folded: ReadonlyMap<string, number>;
}

const indexes = new WeakMap<Mapping, KeyIndex>();

function indexOf(mapping: Mapping, baseType: BaseType): KeyIndex {
  const known = indexes.get(mapping);
  if (known !== undefined) return known;
  const exact = new Map<Scalar, number>();
  const folded = new Map<string, number>();
  for (const [at, { key, caseSensitive }] of mapping.entries.entries()) {
    if (baseType !== 'string' || caseSensitive) putFirst(exact, canonical(key, baseType), at);
    else putFirst(folded, inCase(String(key), false), at);
  }
  const index = { exact, folded };
  indexes.set(mapping, index);
  return index;
}

function putFirst<K>(index: Map<K, number>, key: K, at: number): void {
  if (!index.has(key)) index.set(key, at);
}

/** Points of the values by the mapping: each distinct value once, then within the bounds. */
export function mapValues(values: readonly Scalar[], mapping: Mapping, baseType: BaseType): number {
  const index = indexOf(mapping, baseType);
  const distinct = new Set(values.map((value) => canonical(value, baseType)));
  const total = sum([...distinct], (value) => {
    const exact = index.exact.get(value);
    const folded = index.folded.size === 0 ? undefined : index.folded.get(inCase(String(value), false));
    const at = Math.min(exact ?? Infinity, folded ?? Infinity);
    return mapping.entries[at]?.value ?? mapping.defaultValue;
  });
  return bounded(total, mapping);
}

/**
 * Points of the points by the areas: each area once, however many points it holds; a point counts for the first area that
 * holds it, and for the default value outside of all.
 */
export function mapPoints(points: readonly Scalar[], mapping: AreaMapping): number {
  const counted = new Set<number>();
  const total = sum([...new Set(points)], (point) => {
    const at = mapping.entries.findIndex(({ area }) => holdsPoint(area, point));
    if (at === -1) return mapping.defaultValue;
    if (counted.has(at)) return 0;
    counted.add(at);
    return mapping.entries[at]?.value ?? 0;
  });
  return bounded(total, mapping);
}

function sum(values: readonly Scalar[], points: (value: Scalar) => number): number {
  return values.reduce<number>((total, value) => total + points(value), 0);
}

function bounded(total: number, { lowerBound, upperBound }: Mapping | AreaMapping): number {
  return Math.min(Math.max(total, lowerBound ?? -Infinity), upperBound ?? Infinity);
}
