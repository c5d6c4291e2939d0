import {
  count,
  counted,
  fixed,
  left,
  NONE,
  type Presentation,
  type PresentedTable,
  percent,
  right,
  section,
  textNotices,
} from '../presentation/index.ts';
import { formFigures } from './figures.ts';
import type { Assembly, AssemblySpec, Compliance } from './spec.ts';

/**
 * The assembled forms as people read them.
 *
 * @param spec what was asked for; without it information is not drawn.
 */
export function presentAssembly(assembly: Assembly, spec?: AssemblySpec): Presentation {
  const subtitle = `${counted(assembly.n, 'item')} in the pool; mixed integer programming`;
  const notices = textNotices(assembly.notices);
  if (assembly.status === 'stopped') {
    return { title: 'Test assembly: no form found', subtitle, facts: [], notices, sections: [] };
  }
  if (assembly.status === 'infeasible') {
    const { conflict, minimal } = assembly;
    const says = minimal
      ? 'These constraints cannot hold together. Without any one of them the others can: relax one.'
      : 'These constraints cannot hold together. The search ended early: not all of them need be to blame.';
    return {
      title: 'Test assembly: impossible as asked',
      subtitle,
      facts: [{ label: 'Constraints in conflict', value: count(conflict.length), note: '' }],
      notices,
      sections: [section('Conflict', [listOf('Constraint', conflict)], [says])],
    };
  }
  const { names, forms, compliance, information } = assembly;
  const figures = spec === undefined ? [] : formFigures(assembly, spec);
  const broken = compliance.filter(({ met }) => !met).length;
  return {
    title: 'Test assembly',
    subtitle,
    facts: [
      { label: 'Forms', value: count(forms.length), note: '' },
      { label: 'Objective', value: fixed(assembly.objective, 4), note: '' },
      {
        label: 'Solution',
        value: assembly.status === 'optimal' ? 'optimal' : 'the best found in the time given',
        note: `at most ${percent(assembly.gap, 3)} from the best possible`,
      },
      { label: 'Constraints met', value: `${compliance.length - broken} of ${compliance.length}`, note: '' },
    ],
    notices,
    sections: [
      ...(figures.length === 0 && information.length === 0
        ? []
        : [
            {
              heading: 'Information',
              paragraphs: [],
              figures,
              tables: information.length === 0 ? [] : [informationTable(information)],
            },
          ]),
      section('Constraints', [complianceTable(compliance)]),
      {
        heading: 'Forms',
        paragraphs: [],
        figures: [],
        tables: forms.map((ids, at) => listOf(`Form ${names[at] ?? at + 1}: ${counted(ids.length, 'item')}`, ids)),
      },
    ],
  };
}

const listOf = (heading: string, entries: readonly string[]): PresentedTable => ({
  caption: '',
  columns: [left(heading)],
  rows: entries.map((entry) => [entry]),
});

/** A whole number as such, another with three decimals. */
const plain = (value: number): string => (Number.isInteger(value) ? count(value) : fixed(value, 3));

function wantedText({ min, max }: Compliance['wanted']): string {
  if (min !== null && max !== null) return min === max ? plain(min) : `${plain(min)} to ${plain(max)}`;
  if (min !== null) return `at least ${plain(min)}`;
  return max === null ? NONE : `at most ${plain(max)}`;
}

const complianceTable = (compliance: readonly Compliance[]): PresentedTable => ({
  caption: '',
  columns: [left('Form'), left('Constraint'), right('Wanted'), right('Got'), left('Met')],
  rows: compliance.map(({ form, constraint, wanted, got, met }) => [
    form ?? 'all',
    constraint,
    wantedText(wanted),
    plain(got),
    met ? 'yes' : 'no',
  ]),
});

const informationTable = (
  information: Extract<Assembly, { status: 'optimal' | 'feasible' }>['information'],
): PresentedTable => ({
  caption: '',
  columns: [left('Form'), right('θ'), right('Information'), right('Standard error')],
  rows: information.map(({ form, theta, information: value, se }) => [
    form,
    fixed(theta),
    fixed(value, 3),
    fixed(se, 3),
  ]),
});
