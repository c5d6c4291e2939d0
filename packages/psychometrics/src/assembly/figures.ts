import { testCurve } from '../irt/information/test-information.ts';
import { formInformation } from '../plots/index.ts';
import type { Figure } from '../presentation/index.ts';
import type { Assembly, AssemblySpec } from './spec.ts';

const THETA = Array.from({ length: 81 }, (_, at) => -4 + at / 10);

/** Information of the forms over θ with the targets of the objective; none where an item has no parameters. */
export function formFigures(
  { names, forms }: Extract<Assembly, { status: 'optimal' | 'feasible' }>,
  { items, objective }: AssemblySpec,
): readonly Figure[] {
  const parameters = new Map(
    items.flatMap((item) => (item.parameters === undefined ? [] : [[item.id, item.parameters]])),
  );
  if (!forms.every((ids) => ids.every((id) => parameters.has(id)))) return [];
  const targets =
    objective.goal !== 'target'
      ? []
      : objective.aims.flatMap((aim) =>
          'information' in aim && aim.where === undefined ? [{ theta: aim.information, information: aim.target }] : [],
        );
  return [
    formInformation({
      theta: THETA,
      forms: forms.map((ids, form) => ({
        name: names[form] ?? `${form + 1}`,
        information: testCurve(
          ids.flatMap((id) => parameters.get(id) ?? []),
          THETA,
        ).map(({ information }) => information),
      })),
      targets,
    }),
  ];
}
