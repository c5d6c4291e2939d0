import type { Layout } from './layout.ts';
import { rulesAcrossForms } from './rules/across-forms.ts';
import { ruleOfContent } from './rules/content.ts';
import type { Rule } from './rules/rule.ts';
import { rulesOfSets } from './rules/sets.ts';
import type { AssemblySpec } from './spec.ts';

/** Writes all constraints of the specification into the program. */
export function writeRules(spec: AssemblySpec, layout: Layout): readonly Rule[] {
  const length = { name: 'length', ...rangeOf(spec.length) };
  const lengths = layout.forms.map((form) =>
    form.length === undefined
      ? { ...length, forms: [form.name] }
      : { name: `length of form ${form.name}`, ...rangeOf(form.length), forms: [form.name] },
  );
  return [
    ...[...lengths, ...(spec.constraints ?? [])].map((constraint) => ruleOfContent(layout, constraint)),
    ...rulesOfSets(spec, layout),
    ...rulesAcrossForms(spec, layout),
  ];
}

const rangeOf = (length: number | { readonly min?: number; readonly max?: number } | undefined) =>
  typeof length === 'number' ? { min: length, max: length } : (length ?? {});
