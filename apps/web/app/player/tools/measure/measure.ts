import type { CompanionMaterial } from '@testamur/qti';

export type Measure = 'rule' | 'protractor';
export type LengthUnit = 'centimeters' | 'inches';

/** CSS pixels: what a browser calls a centimeter and an inch. */
export const pxPer: Readonly<Record<LengthUnit, number>> = { centimeters: 96 / 2.54, inches: 96 };

/** Parts that a unit is divided into: millimeters, eighths. */
export const partsOf: Readonly<Record<LengthUnit, number>> = { centimeters: 10, inches: 8 };

export interface Tick {
  readonly at: number;
  /** 1 for a whole unit, less for its parts. */
  readonly height: number;
  readonly label: string | null;
}

export const ruleTicks = (unit: LengthUnit, lengthPx: number): readonly Tick[] => {
  const parts = partsOf[unit];
  const count = Math.floor((lengthPx / pxPer[unit]) * parts);
  return Array.from({ length: count + 1 }, (_none, part) => ({
    at: (part * pxPer[unit]) / parts,
    height: part % parts === 0 ? 1 : part % (parts / 2) === 0 ? 0.7 : 0.45,
    label: part % parts === 0 ? String(part / parts) : null,
  }));
};

export const protractorTicks: readonly Tick[] = Array.from({ length: 181 }, (_none, degree) => ({
  at: degree,
  height: degree % 10 === 0 ? 1 : degree % 5 === 0 ? 0.7 : 0.45,
  label: degree % 10 === 0 ? String(degree) : null,
}));

/** Degrees from 0 up to 360. */
export const turnedBy = (angle: number, by: number): number => (((angle + by) % 360) + 360) % 360;

/** How far a key turns it; undefined for other keys. Comma and period are beside each other on every keyboard. */
export const turnOfKey = (key: string, far: boolean): number | undefined => {
  if (key === ',' || key === '<' || key === '[') return far ? -15 : -1;
  if (key === '.' || key === '>' || key === ']') return far ? 15 : 1;
  return undefined;
};

const isRule = (material: CompanionMaterial) => material.kind === 'rule';

/** The units that an item's rule has; both where it does not say. */
export const unitsOf = (materials: readonly CompanionMaterial[]): readonly LengthUnit[] => {
  const places = materials.flatMap((each) => (isRule(each) && 'units' in each ? Object.keys(each.units) : []));
  const si = places.some((place) => place.startsWith('rule-system-si'));
  const us = places.some((place) => place.startsWith('rule-system-us'));
  if (si === us) return ['centimeters', 'inches'];
  return si ? ['centimeters'] : ['inches'];
};
