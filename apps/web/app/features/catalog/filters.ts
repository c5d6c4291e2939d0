import { degreeLevels } from '@testamur/program';
import { mostCompared } from './listed.ts';

export const modes = ['online', 'test-center', 'on-site'] as const;
export const orders = ['title', 'cost', 'time', 'years'] as const;
/** What somebody holds who has no degree. */
export const noDegree = 'none';
export const educations = [noDegree, ...degreeLevels] as const;

export type Mode = (typeof modes)[number];
export type Order = (typeof orders)[number];

/** By what the catalog is narrowed down; absent ones let everything through. */
export interface Filters {
  readonly q?: string;
  /** The id of a kind of workplace. */
  readonly work?: string;
  readonly education?: (typeof educations)[number];
  /** Years of full-time work. */
  readonly years?: number;
  /** The most that somebody wants to spend on fees until certified, in whole units of the currency. */
  readonly budget?: number;
  /** The most months that it may take. */
  readonly months?: number;
  readonly mode?: Mode;
}

export type FilterName = keyof Filters;
export const filterNames: readonly FilterName[] = ['q', 'work', 'education', 'years', 'budget', 'months', 'mode'];

export interface CatalogAddress {
  readonly filters: Filters;
  readonly order: Order;
  /** Ids of programs that are to be compared. */
  readonly compared: readonly string[];
}

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | undefined =>
  known.find((one) => one === value);

/** A number that is not below zero; anything else filters nothing. */
const amount = (value: string | null): number | undefined => {
  const text = value?.trim().replace(/^\$/, '').replace(',', '.') ?? '';
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
};

const present = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as T;

export const readAddress = (params: URLSearchParams): CatalogAddress => ({
  filters: present({
    q: params.get('q')?.trim(),
    work: params.get('work')?.trim(),
    education: oneOf(educations, params.get('education')),
    years: amount(params.get('years')),
    budget: amount(params.get('budget')),
    months: amount(params.get('months')),
    mode: oneOf(modes, params.get('mode')),
  }) as Filters,
  order: oneOf(orders, params.get('sort')) ?? 'title',
  compared: [...new Set(params.getAll('p'))].slice(0, mostCompared),
});

/** The address of the catalog as it stands there. */
export const catalogPath = ({ filters, order, compared }: CatalogAddress): string => {
  const params = new URLSearchParams();
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined) params.set(name, String(value));
  }
  if (order !== 'title') params.set('sort', order);
  for (const id of compared) params.append('p', id);
  const search = params.toString();
  return search === '' ? '/programs' : `/programs?${search}`;
};

export const withoutFilter = (filters: Filters, name: FilterName): Filters => {
  const { [name]: _left, ...rest } = filters;
  return rest;
};

export const comparePath = (ids: readonly string[]): string =>
  `/compare?${new URLSearchParams(ids.map((id) => ['p', id])).toString()}`;
