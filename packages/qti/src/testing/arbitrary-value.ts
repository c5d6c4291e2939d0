import fc from 'fast-check';
import type { Area } from '../model/declarations.ts';
import type { BaseType, Scalar } from '../model/value.ts';

/** Identifiers of QTI. */
export const identifier = fc.stringMatching(/^[A-Za-z_äЖ][A-Za-z0-9_.-]{0,6}$/);

/** Text with everything that XML must escape; no white space at its ends, where some readers trim. */
export const words = fc
  .array(fc.constantFrom('a', 'Zoë', '&', '<b>', '"', "'", ']]>', ' ', '\n', '\t', '😀', '&amp;', '漢', '{x}', '1'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => `x${parts.join('')}y`);

/** Finite numbers as items have them; never a negative zero, which no literal keeps. */
export const number = fc
  .oneof(fc.integer({ min: -1000, max: 1000 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }))
  .map((value) => value + 0);

const whole = fc.integer({ min: -1000, max: 1000 });
const pair = fc.tuple(identifier, identifier).map(([one, other]) => `${one} ${other}`);

/** A value of the base type, in the form of Scalar. */
export function scalarOf(baseType: BaseType): fc.Arbitrary<Scalar> {
  switch (baseType) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return whole;
    case 'float':
      return number;
    case 'duration':
      return number.map(Math.abs);
    case 'identifier':
      return identifier;
    case 'pair':
    case 'directedPair':
      return pair;
    case 'point':
      return fc.tuple(whole, whole).map(([x, y]) => `${x} ${y}`);
    case 'string':
      return fc.oneof(words, fc.constant(' padded '));
    case 'uri':
    case 'file':
      return identifier.map((name) => `files/${name}.txt`);
  }
}

const length = fc.integer({ min: 0, max: 300 });

/** Areas of an image of every shape. */
export const area: fc.Arbitrary<Area> = fc.oneof(
  fc.constant<Area>({ shape: 'default', coords: [] }),
  fc.tuple(length, length, length).map((coords): Area => ({ shape: 'circle', coords })),
  fc.tuple(length, length, length, length).map((coords): Area => ({ shape: 'ellipse', coords })),
  fc.tuple(length, length, length, length).map(([x, y, width, height]): Area => {
    return { shape: 'rect', coords: [x, y, x + width, y + height] };
  }),
  fc
    .array(fc.tuple(length, length), { minLength: 3, maxLength: 5 })
    .map((points): Area => ({ shape: 'poly', coords: points.flat() })),
);
