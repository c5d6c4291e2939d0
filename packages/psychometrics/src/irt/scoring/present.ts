import { scoreHistogram } from '../../plots/index.ts';
import {
  count,
  counted,
  fixed,
  left,
  NONE,
  type Presentation,
  type PresentedTable,
  right,
  sampleNotices,
  section,
  textNotices,
} from '../../presentation/index.ts';
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
    subtitle: `${METHOD_NAMES[scores.method]}, ${counted(n, 'candidate')}`,
    facts: [
      { label: 'Scored', value: count(scored), note: scored < n ? `of ${count(n)}` : '' },
      { label: 'Mean θ', value: fixed(scores.mean, 3), note: '' },
      { label: 'SD of θ', value: fixed(scores.sd, 3), note: '' },
      { label: 'Empirical reliability', value: fixed(scores.empiricalReliability, 3), note: '' },
    ],
    notices: [...sampleNotices(sample), ...textNotices(scores.notices)],
    sections: [
      {
        heading: 'Distribution',
        paragraphs: [],
        figures: [scoreHistogram({ scores: scores.persons.map(({ theta }) => theta), unit: 'Ability θ' })],
        tables: [],
      },
      ...(scores.sumScores === null ? [] : [section('Sum scores', [sumScoreTable(scores.sumScores)])]),
      section('Candidates', [personTable(scores)]),
    ],
  };
}

function personTable({ persons }: SampleScores): PresentedTable {
  return {
    caption: '',
    columns: [left('Candidate'), right('Answered'), right('θ'), right('SE'), left('Remark')],
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
    columns: [right('Sum'), right('θ'), right('SE'), right('Candidates'), right('Expected')],
    rows: rows.map(({ sum, theta, se, observed, expected }) => [
      count(sum),
      theta === null ? NONE : fixed(theta, 3),
      fixed(se, 3),
      count(observed),
      fixed(expected, 1),
    ]),
  };
}
