import { type Layout, measure, termsOf } from '../layout.ts';
import { additionsTo } from '../quantity.ts';
import type { ContentConstraint } from '../spec.ts';
import { complianceOf, type Rule } from './rule.ts';

const COUNT = { count: 'items' } as const;

/** Writes a content constraint: Σ additions within bounds, or Σ (addition − bound) on one side of 0 when it is per item. */
export function ruleOfContent(layout: Layout, constraint: ContentConstraint): Rule {
  const { name, quantity = COUNT, per = 'form', min, max, where } = constraint;
  const additions = additionsTo(layout, quantity, where);
  const forms = layout.forms.flatMap((form, at) =>
    constraint.forms === undefined || constraint.forms.includes(form.name) ? [{ name: form.name, at }] : [],
  );
  // A proportion is of all items of the form; a mean is over the items that count.
  const below = 'count' in quantity ? layout.items.map(() => 1) : [...additions.counted];
  for (const { at } of forms) {
    if (per === 'form') {
      if (min !== undefined || max !== undefined) {
        layout.program.row(name, termsOf(layout, at, additions), min ?? -Infinity, max ?? Infinity);
      }
      continue;
    }
    const against = (bound: number) => ({
      items: additions.items.map((addition, item) => addition - bound * (below[item] ?? 0)),
      stimuli: additions.stimuli,
    });
    if (min !== undefined) layout.program.row(name, termsOf(layout, at, against(min)), 0, Infinity);
    if (max !== undefined) layout.program.row(name, termsOf(layout, at, against(max)), -Infinity, 0);
  }
  return {
    check: (chosen) =>
      forms.flatMap(({ name: form, at }) => {
        const there = chosen[at];
        if (there === undefined || (min === undefined && max === undefined)) return [];
        const total = measure(there, additions);
        if (per === 'form') return [complianceOf(form, name, { min, max }, total)];
        const items = [...there.items].reduce((count, item) => count + (below[item] ?? 0), 0);
        // Of no items there is no mean, and nothing to break.
        return items === 0 ? [] : [complianceOf(form, name, { min, max }, total / items)];
      }),
  };
}
