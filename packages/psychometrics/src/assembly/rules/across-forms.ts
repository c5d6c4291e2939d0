import type { Layout } from '../layout.ts';
import type { AssemblySpec, Range } from '../spec.ts';
import { complianceOf, type Rule } from './rule.ts';

/** How many items two forms share, and on how many forms an item stands. */
export function rulesAcrossForms(spec: AssemblySpec, layout: Layout): readonly Rule[] {
  return [...overlaps(spec.overlap, layout), ...uses(spec, layout)];
}

function overlaps(overlap: Range | undefined, layout: Layout): readonly Rule[] {
  if (overlap === undefined) return [];
  const { program, items, itemColumn, forms } = layout;
  const pairs = forms.flatMap((_, second) => Array.from({ length: second }, (_first, first) => ({ first, second })));
  for (const { first, second } of pairs) {
    if (overlap.max === 0 && overlap.min === undefined) continue;
    // z = 1 when both forms have the item: pressed up by the first row, down by the others, as the bounds need it.
    const shared = items.map((_, item) => {
      const z = program.column({ upper: 1 });
      const [x, y] = [itemColumn(first, item), itemColumn(second, item)];
      if (overlap.max !== undefined) program.row(null, { columns: [x, y, z], coefficients: [1, 1, -1] }, -Infinity, 1);
      if (overlap.min !== undefined) {
        program.row(null, { columns: [z, x], coefficients: [1, -1] }, -Infinity, 0);
        program.row(null, { columns: [z, y], coefficients: [1, -1] }, -Infinity, 0);
      }
      return z;
    });
    program.row(
      'overlap',
      { columns: shared, coefficients: shared.map(() => 1) },
      overlap.min ?? -Infinity,
      overlap.max ?? Infinity,
    );
  }
  if (overlap.max === 0 && overlap.min === undefined && pairs.length > 0) {
    items.forEach((_, item) => {
      const columns = forms.map((_form, form) => itemColumn(form, item));
      program.row('overlap', { columns, coefficients: columns.map(() => 1) }, 0, 1);
    });
  }
  return [
    {
      check: (chosen) =>
        pairs.map(({ first, second }) => {
          const both = [...(chosen[first]?.items ?? [])].filter(
            (item) => chosen[second]?.items.has(item) === true,
          ).length;
          return complianceOf(null, `overlap of ${forms[first]?.name} and ${forms[second]?.name}`, overlap, both);
        }),
    },
  ];
}

function uses({ use }: AssemblySpec, layout: Layout): readonly Rule[] {
  if (use === undefined) return [];
  const { program, items, itemColumn, forms } = layout;
  const allowed = items.map(({ exposure = 0 }) =>
    Math.max(0, Math.min(use.max ?? Infinity, (use.lifetime ?? Infinity) - exposure)),
  );
  allowed.forEach((most, item) => {
    if (most >= forms.length) return;
    const columns = forms.map((_, form) => itemColumn(form, item));
    program.row('use', { columns, coefficients: columns.map(() => 1) }, 0, most);
  });
  return [
    {
      check: (chosen) => {
        const excess = items.map(
          (_, item) => chosen.filter((form) => form.items.has(item)).length - (allowed[item] ?? 0),
        );
        return [complianceOf(null, 'items used too often', { max: 0 }, excess.filter((over) => over > 0).length)];
      },
    },
  ];
}
