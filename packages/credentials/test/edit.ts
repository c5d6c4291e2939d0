export type Path = readonly (string | number)[];

function member(value: unknown, step: string | number): unknown {
  return Reflect.get(Object(value), step);
}

/** A deep copy with the value at a path replaced; undefined removes it. */
export function edited(value: unknown, path: Path, replace: (old: unknown) => unknown): object {
  const copy: object = structuredClone(Object(value));
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce(member, copy);
  const next = replace(member(parent, last));
  if (next === undefined && Array.isArray(parent)) {
    parent.splice(Number(last), 1);
  } else if (next === undefined) {
    Reflect.deleteProperty(Object(parent), last);
  } else {
    Reflect.set(Object(parent), last, next);
  }
  return copy;
}

/** The paths of all members and entries below a value, leaves and branches. */
export function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) {
    return [at];
  }
  const steps: (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  const below = steps.flatMap((step) => pathsOf(member(value, step), [...at, step]));
  return at.length === 0 ? below : [at, ...below];
}
