import { matches } from '../condition.ts';
import { type ChosenForm, type Layout, membersOf } from '../layout.ts';
import type { AssemblySpec, Condition, FormSpec } from '../spec.ts';
import { complianceOf, type Rule } from './rule.ts';

const ones = (columns: readonly number[]): { columns: readonly number[]; coefficients: readonly number[] } => ({
  columns,
  coefficients: columns.map(() => 1),
});

/** A rule that says of each form how often it is broken, or how often it holds. */
const perForm = (
  layout: Layout,
  constraint: string,
  bounds: { readonly min?: number; readonly max?: number },
  got: (form: ChosenForm) => number,
): Rule => ({
  check: (chosen) =>
    chosen.map((form, at) => complianceOf(layout.forms[at]?.name ?? null, constraint, bounds, got(form))),
});

const countIn = (form: ChosenForm, items: readonly number[]): number =>
  items.filter((item) => form.items.has(item)).length;

/** Items that must, or must not, stand on a form; enemies; items that stay together; stimuli with their items. */
export function rulesOfSets(spec: AssemblySpec, layout: Layout): readonly Rule[] {
  return [
    ...layout.forms.flatMap((form, at) => [...included(spec, layout, form, at), ...excluded(spec, layout, form, at)]),
    ...enemies(spec, layout),
    ...together(spec, layout),
    ...stimuli(layout),
  ];
}

function included(spec: AssemblySpec, layout: Layout, form: FormSpec, at: number): readonly Rule[] {
  const ids = [...new Set([...(spec.include ?? []), ...(form.include ?? [])])];
  const places = ids.map((id) => layout.placeOf(id, '"include"'));
  places.forEach((place, n) => {
    layout.program.row(`include ${ids[n]}`, ones([layout.itemColumn(at, place)]), 1, 1);
  });
  if (places.length === 0) return [];
  const bounds = { min: places.length };
  return [
    {
      check: (chosen) =>
        chosen.slice(at, at + 1).map((there) => complianceOf(form.name, 'include', bounds, countIn(there, places))),
    },
  ];
}

function excluded(spec: AssemblySpec, layout: Layout, form: FormSpec, at: number): readonly Rule[] {
  const places = [spec.exclude, form.exclude].flatMap((exclude) => placesOf(layout, exclude));
  if (places.length === 0) return [];
  layout.program.row('exclude', ones(places.map((place) => layout.itemColumn(at, place))), 0, 0);
  return [
    {
      check: (chosen) =>
        chosen.slice(at, at + 1).map((there) => complianceOf(form.name, 'exclude', { max: 0 }, countIn(there, places))),
    },
  ];
}

const isList = (exclude: readonly string[] | Condition): exclude is readonly string[] => Array.isArray(exclude);

function placesOf(layout: Layout, exclude: readonly string[] | Condition | undefined): readonly number[] {
  if (exclude === undefined) return [];
  if (isList(exclude)) return exclude.map((id) => layout.placeOf(id, '"exclude"'));
  return layout.items.flatMap((item, place) => (matches(item, exclude) ? [place] : []));
}

function enemies(spec: AssemblySpec, layout: Layout): readonly Rule[] {
  const pairs = layout.items.flatMap(({ id, enemies: ids = [] }) => ids.map((enemy) => [id, enemy].sort()));
  const sets = new Map([...(spec.enemies ?? []), ...pairs].map((ids) => [ids.join(', '), ids]));
  if (sets.size === 0) return [];
  const places = [...sets].map(([name, ids]) => {
    const set = [...new Set(ids)].map((id) => layout.placeOf(id, '"enemies"'));
    layout.forms.forEach((_, form) => {
      layout.program.row(`enemies ${name}`, ones(set.map((place) => layout.itemColumn(form, place))), 0, 1);
    });
    return set;
  });
  return [
    perForm(layout, 'enemies together', { max: 0 }, (form) => places.filter((set) => countIn(form, set) > 1).length),
  ];
}

function together(spec: AssemblySpec, layout: Layout): readonly Rule[] {
  const sets = (spec.together ?? []).map((ids) => {
    const places = ids.map((id) => layout.placeOf(id, '"together"'));
    const [first, ...rest] = places;
    layout.forms.forEach((_, form) => {
      for (const place of rest) {
        const columns = [layout.itemColumn(form, first ?? 0), layout.itemColumn(form, place)];
        layout.program.row(`together ${ids.join(', ')}`, { columns, coefficients: [1, -1] }, 0, 0);
      }
    });
    return places;
  });
  if (sets.length === 0) return [];
  const torn = (form: ChosenForm): number => sets.filter((set) => ![0, set.length].includes(countIn(form, set))).length;
  return [perForm(layout, 'sets torn apart', { max: 0 }, torn)];
}

function stimuli(layout: Layout): readonly Rule[] {
  const members = membersOf(layout.stimuli, layout.items);
  return layout.stimuli.flatMap(({ id, min = 1, max }, at) => {
    const items = members[at] ?? [];
    const bounds = { min: min === 'all' ? items.length : min, max: max ?? items.length };
    layout.forms.forEach((_, form) => {
      const columns = [...items.map((item) => layout.itemColumn(form, item)), layout.stimulusColumn(form, at)];
      const row = (bound: number) => ({ columns, coefficients: [...items.map(() => 1), -bound] });
      if (bounds.min > 1) layout.program.row(`stimulus ${id}`, row(bounds.min), 0, Infinity);
      if (bounds.max < items.length) layout.program.row(`stimulus ${id}`, row(bounds.max), -Infinity, 0);
    });
    if (bounds.min <= 1 && bounds.max >= items.length) return [];
    // It binds only forms that the stimulus stands on.
    const check: Rule['check'] = (chosen) =>
      chosen.flatMap((form, n) => {
        const count = countIn(form, items);
        return count === 0 ? [] : [complianceOf(layout.forms[n]?.name ?? null, `stimulus ${id}`, bounds, count)];
      });
    return [{ check }];
  });
}
