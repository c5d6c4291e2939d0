import { worstVerdict } from '../guard/judge-sample.ts';
import {
  capital,
  count,
  counted,
  fixed,
  interval,
  left,
  NONE,
  type Presentation,
  percent,
  pValue,
  right,
  sampleNotices,
  section,
  textNotices,
} from '../presentation/index.ts';
import type { AdverseImpact } from './adverse-impact.ts';
import type { DifItem, DifMethod, DifResult } from './dif-result.ts';
import { difFigures } from './figures.ts';

const METHODS: Record<DifMethod, { name: string; statistic: string; effect: string }> = {
  mh: { name: 'Mantel-Haenszel', statistic: 'χ²', effect: 'Odds ratio' },
  std: { name: 'standardization', statistic: 'z', effect: 'STD P-DIF' },
  logistic: { name: 'logistic regression', statistic: 'χ²', effect: 'ΔR²' },
  lord: { name: 'Lord’s χ²', statistic: 'χ²', effect: 'Δb' },
  raju: { name: 'Raju’s area', statistic: 'z', effect: 'Area' },
  sibtest: { name: 'SIBTEST', statistic: 'χ²', effect: 'β' },
};

/** The result of `dif` for people: the items that want to be read first, then all of them. */
export function presentDif(result: DifResult): Presentation {
  const { groups, items, level, purification, purified, sample } = result;
  const { name, statistic, effect } = METHODS[result.method];
  const columns = [
    left('Item'),
    right(statistic),
    right('p'),
    right('p (Holm)'),
    right(effect),
    right('95 % interval'),
    right('Δ MH'),
    left('Class'),
    left('Favors'),
  ];
  const row = (item: DifItem): string[] => [
    item.id,
    fixed(item.statistic),
    pValue(item.p),
    pValue(item.pHolm),
    fixed(item.effect, 3),
    interval(item.interval, 3),
    fixed(item.deltaMh),
    item.class ?? NONE,
    item.favors === null ? NONE : groups[item.favors].name,
  ];
  const marked = items.filter((item) => item.class === 'B' || item.class === 'C');
  const untested = items.filter((item) => item.reason !== null);
  const ofClass = (own: string): string => count(items.filter((item) => item.class === own).length);
  const paragraphs = [
    `Candidates of both groups are compared at equal ability. A difference is a reason to read the item, not proof that it is unfair. Δ MH below 0: harder for ${groups.focal.name}.`,
    ...(purification === null
      ? []
      : [
          `Matching purified in ${counted(purification.iterations, 'pass', 'passes')} (${purification.converged ? 'settled' : 'not settled'}); taken out: ${purified.join(', ') || 'none'}.`,
        ]),
  ];
  return {
    title: 'Differential item functioning',
    subtitle: `${capital(name)}, ${groups.focal.name} (${count(groups.focal.n)}) against ${groups.reference.name} (${count(groups.reference.n)}), level ${level}`,
    facts: [
      { label: 'Items', value: count(items.length), note: '' },
      { label: 'Class B', value: ofClass('B'), note: 'moderate' },
      { label: 'Class C', value: ofClass('C'), note: 'large' },
      { label: 'Flagged', value: count(items.filter((item) => item.flagged).length), note: `p < ${level}, unadjusted` },
    ],
    notices: [...sampleNotices(sample), ...textNotices(result.notices)],
    sections: [
      {
        heading: 'Items to read',
        paragraphs,
        figures: difFigures(result),
        tables: [{ caption: marked.length === 0 ? 'No item of class B or C' : '', columns, rows: marked.map(row) }],
      },
      section('All items', [{ caption: '', columns, rows: items.map(row) }]),
      ...(untested.length === 0
        ? []
        : [
            {
              heading: 'What could not be computed',
              paragraphs: [],
              figures: [],
              tables: [
                {
                  caption: '',
                  columns: [left('Item'), left('Why')],
                  rows: untested.map(({ id, reason }) => [id, reason ?? '']),
                },
              ],
            },
          ]),
    ],
  };
}

/** Pass rates by group for people. */
export function presentAdverseImpact(result: AdverseImpact): Presentation {
  const columns = [
    left('Group'),
    right('n'),
    right('Passed'),
    right('Rate'),
    right('95 % interval'),
    right('Ratio'),
    right('95 % interval'),
    left('Four fifths'),
    right('p (Fisher)'),
    right('d'),
  ];
  const rows = result.groups.map((own) => [
    own.group,
    count(own.n),
    count(own.passed),
    percent(own.rate),
    own.rateInterval === null ? NONE : `${percent(own.rateInterval[0])} to ${percent(own.rateInterval[1])}`,
    fixed(own.ratio),
    interval(own.ratioInterval),
    own.group === result.reference
      ? 'reference'
      : own.belowFourFifths === null
        ? NONE
        : own.belowFourFifths
          ? 'below'
          : 'reached',
    pValue(own.fisherP),
    fixed(own.standardizedDifference),
  ]);
  const verdict = worstVerdict(result.groups.map(({ sample }) => sample.verdict));
  // Of the groups that are compared, the smallest speaks for all.
  const small = result.groups
    .filter(({ group, sample }) => group !== result.reference && sample.verdict === verdict)
    .sort((a, b) => a.n - b.n)[0];
  const below = result.groups.filter(({ belowFourFifths }) => belowFourFifths === true).length;
  return {
    title: 'Adverse impact',
    subtitle: `${counted(result.n, 'candidate')}, compared with ${result.reference}`,
    facts: [{ label: 'Groups below four fifths', value: count(below), note: '29 CFR 1607.4D' }],
    notices: [
      ...(verdict === 'ok' || small === undefined ? [] : sampleNotices(small.sample, `${small.group}: `)),
      ...textNotices(result.notices),
    ],
    sections: [section('Pass rates', [{ caption: '', columns, rows }])],
  };
}
