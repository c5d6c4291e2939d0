import * as z from 'zod';
import type { Path } from './problem.ts';

type Schema = z.core.$ZodType;

function inner(schema: Schema): Schema {
  if (schema instanceof z.core.$ZodOptional || schema instanceof z.core.$ZodExactOptional)
    return inner(schema._zod.def.innerType);
  if (schema instanceof z.core.$ZodLazy) return inner(schema._zod.innerType);
  return schema;
}

/** The members of a union that the value may be meant as: for objects that name their kind, the one of that kind. */
function alternatives(schema: Schema, value: unknown): Schema[] {
  const plain = inner(schema);
  if (!(plain instanceof z.core.$ZodUnion)) return [plain];
  const options = plain._zod.def.options.map(inner);
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const isOfKind = (option: Schema): boolean => {
    const values = option instanceof z.core.$ZodObject ? option._zod.def.shape.kind?._zod.values : undefined;
    return values !== undefined && [...values].some((value) => value === kind);
  };
  const named = options.filter(isOfKind);
  return named.length > 0 ? named : options;
}

function child(value: unknown, part: string | number): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
}

/** The keys that an object at `path` of the file may have. */
export function keysAllowedAt(root: Schema, path: Path, value: unknown): string[] {
  let schemas = alternatives(root, value);
  let here = value;
  for (const part of path) {
    here = child(here, part);
    schemas = schemas.flatMap((schema) => {
      if (schema instanceof z.core.$ZodArray) return alternatives(schema._zod.def.element, here);
      const next = schema instanceof z.core.$ZodObject ? schema._zod.def.shape[part] : undefined;
      return next === undefined ? [] : alternatives(next, here);
    });
  }
  const keys = schemas.flatMap((schema) =>
    schema instanceof z.core.$ZodObject ? Object.keys(schema._zod.def.shape) : [],
  );
  return [...new Set(keys)];
}
