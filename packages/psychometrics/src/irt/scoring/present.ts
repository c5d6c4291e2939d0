import { scoreHistogram } from '../../plots/index.ts';
import type { Presentation, PresentedTable } from '../../presentation/document.ts';
import { count, fixed, NONE } from '../../presentation/numbers.ts';
import type { ScoringMethod } from './score-persons.ts';
import type { SampleScores } from './score-sample.ts';

const METHOD_NAMES: Readonly<Record<ScoringMethod, string>> = {
  eap: 'Expected a posteriori (EAP)',
  map: 'Maximum a posteriori (MAP)',
  ml: 'Maximum likelihood (ML)',
  wle: 'Weighted likelihood (WLE)',
  eapsum: 'EAP by sum score',
};

/** The scores for people: what they amount to, every person, and the table of sum scores where there is one. */
export function presentScores(scores: SampleScores): Presentation {
  const { n, scored, sample } = scores;
  return {
    title: 'Scores on the latent scale',
    subtitle: `${METHOD_NAMES[scores.method]}, ${count(n)} candidates`,
    facts: [
      { label: 'Scored', value: count(scored), note: scored < n ? `of ${count(n)}` : '' },
      { label: 'Mean θ', value: fixed(scores.mean, 3), note: '' },
      { label: 'SD of θ', value: fixed(scores.sd, 3), note: '' },
      { label: 'Empirical reliability', value: fixed(scores.empiricalReliability, 3), note: '' },
    ],
    notices: [
      ...(sample.verdict === 'ok' ? [] : [{ verdict: sample.verdict, text: sample.says }]),
      ...scores.notices.map((text) => ({ verdict: 'warn' as const, text })),
    ],
    sections: [
      {
        heading: 'Distribution',
        paragraphs: [],
        figures: [scoreHistogram({ scores: scores.persons.map(({ theta }) => theta), unit: 'Ability θ' })],
        tables: [],
      },
      ...(scores.sumScores === null
        ? []
        : [{ heading: 'Sum scores', paragraphs: [], figures: [], tables: [sumScoreTable(scores.sumScores)] }]),
      { heading: 'Candidates', paragraphs: [], figures: [], tables: [personTable(scores)] },
    ],
  };
}

function personTable({ persons }: SampleScores): PresentedTable {
  return {
    caption: '',
    columns: [
      { heading: 'Candidate', align: 'left' },
      { heading: 'Answered', align: 'right' },
      { heading: 'θ', align: 'right' },
      { heading: 'SE', align: 'right' },
      { heading: 'Remark', align: 'left' },
    ],
    rows: persons.map(({ id, answered, theta, se, reason }) => [
      id,
      count(answered),
      fixed(theta, 3),
      fixed(se, 3),
      reason ?? '',
    ]),
  };
}

function sumScoreTable(rows: NonNullable<SampleScores['sumScores']>): PresentedTable {
  return {
    caption: '',
    columns: [
      { heading: 'Sum', align: 'right' },
      { heading: 'θ', align: 'right' },
      { heading: 'SE', align: 'right' },
      { heading: 'Candidates', align: 'right' },
      { heading: 'Expected', align: 'right' },
    ],
    rows: rows.map(({ sum, theta, se, observed, expected }) => [
      count(sum),
      theta === null ? NONE : fixed(theta, 3),
      fixed(se, 3),
      count(observed),
      fixed(expected, 1),
    ]),
  };
}
