import { scoreHistogram } from '../plots/index.ts';
import { count, counted, fixed, type Presentation, percent, pValue } from '../presentation/index.ts';
import type { PersonPatterns } from './person-patterns.ts';
import { flagReport, rising } from './person-report.ts';
import type { Preknowledge } from './preknowledge/preknowledge.ts';
import type { AnswerChanges } from './screening/answer-changes.ts';
import type { CenterComparison } from './screening/centers.ts';
import type { ScoreGains } from './screening/score-gain.ts';
import type { RapidGuessing } from './times/rapid-guessing.ts';

/** Unusual patterns of answers for people, the most unusual first. */
export function presentPatterns(result: PersonPatterns): Presentation {
  const { method } = result;
  const name = { lz: 'lz', ht: 'Ht', u3: 'U3' }[method];
  return flagReport({
    ...result,
    title: 'Person fit',
    subtitle: `Statistic ${name}; ${counted(result.n, 'candidate')}`,
    facts: [],
    paragraphs: [`Flagged: ${result.rule}.`],
    figures: [scoreHistogram({ scores: result.persons.map(({ statistic }) => statistic), unit: name })],
    columns:
      method === 'lz' ? ['Candidate', 'Answered', 'lz', 'lz*', 'p', 'Adjusted p'] : ['Candidate', 'Answered', name],
    // U3 is unusual where it is high, the others where they are low.
    entries: rising(result.persons, ({ statistic }) =>
      statistic === null ? null : method === 'u3' ? -statistic : statistic,
    ),
    cells: ({ id, answered, statistic, lzStar, p, adjustedP }) => {
      const row = [id, count(answered), fixed(statistic)];
      return method === 'lz' ? [...row, fixed(lzStar), pValue(p), pValue(adjustedP)] : row;
    },
    flagged: ({ flagged }) => flagged,
  });
}

/** Preknowledge for people, the most improbable first. */
export function presentPreknowledge(result: Preknowledge): Presentation {
  return flagReport({
    ...result,
    title: 'Preknowledge',
    subtitle: `${counted(result.suspectItems, 'suspect item')} against ${counted(result.otherItems, 'other')}; ${counted(result.n, 'candidate')}`,
    notices: [],
    facts: [],
    paragraphs: ['Positive values: the suspect items went better, or faster, than the others.'],
    columns: ['Candidate', 'Score', 'Time', 'p', 'Adjusted p'],
    entries: rising(result.persons, ({ p }) => p),
    cells: ({ id, score, time, p, adjustedP }) => [id, fixed(score), fixed(time), pValue(p), pValue(adjustedP)],
    flagged: ({ flagged }) => flagged,
  });
}

/** Score gains for people, the most unusual first. */
export function presentScoreGains(result: ScoreGains): Presentation {
  return flagReport({
    ...result,
    title: 'Score gains between attempts',
    subtitle: `Regression of the second on the first score; ${counted(result.n, 'candidate')}`,
    notices: [],
    facts: [{ label: 'Mean gain', value: fixed(result.meanGain), note: `residual SD ${fixed(result.residualSd)}` }],
    paragraphs: ['Each candidate is compared with the regression of all others.'],
    columns: ['Candidate', 'First', 'Second', 'Expected', 't', 'p', 'Adjusted p'],
    entries: rising(result.persons, ({ p }) => p),
    cells: ({ id, first, second, expected, statistic, p, adjustedP }) => [
      id,
      fixed(first),
      fixed(second),
      fixed(expected),
      fixed(statistic),
      pValue(p),
      pValue(adjustedP),
    ],
    flagged: ({ flagged }) => flagged,
  });
}

/** Answer changes for people, the most unusual first. */
export function presentAnswerChanges(result: AnswerChanges): Presentation {
  return flagReport({
    ...result,
    title: 'Answer changes',
    subtitle: `Wrong to right given first wrong answers; ${counted(result.n, 'candidate')}`,
    notices: [],
    facts: [
      { label: 'Wrong to right', value: count(result.wrongToRight), note: 'all candidates' },
      { label: 'Right to wrong', value: count(result.rightToWrong), note: 'all candidates' },
    ],
    paragraphs: [],
    columns: ['Candidate', 'First wrong', 'Wrong to right', 'Expected', 'Right to wrong', 'p', 'Adjusted p'],
    entries: rising(result.persons, ({ p }) => p),
    cells: ({ id, firstWrong, wrongToRight, expected, rightToWrong, p, adjustedP }) => [
      id,
      count(firstWrong),
      count(wrongToRight),
      fixed(expected, 1),
      count(rightToWrong),
      pValue(p),
      pValue(adjustedP),
    ],
    flagged: ({ flagged }) => flagged,
  });
}

/** Response time effort for people, the least first. */
export function presentRapidGuessing(result: RapidGuessing): Presentation {
  return flagReport({
    ...result,
    title: 'Response time effort',
    subtitle: `Rapid guessing by the ${result.rule} threshold; ${counted(result.n, 'candidate')}`,
    facts: [],
    paragraphs: ['Effort is the share of responses that are no rapid guesses, with its 95 % interval.'],
    columns: ['Candidate', 'Responses', 'Rapid', 'Effort', 'From', 'To'],
    entries: rising(result.persons, ({ effort }) => effort),
    cells: ({ id, n, rapid, effort, effortCi }) => [
      id,
      count(n),
      count(rapid),
      percent(effort),
      percent(effortCi?.[0] ?? null),
      percent(effortCi?.[1] ?? null),
    ],
    flagged: ({ flagged }) => flagged,
  });
}

/** The comparison of centers for people, flagged ones first. */
export function presentCenters(result: CenterComparison): Presentation {
  const isFlagged = ({ score, time, flags, pairs }: CenterComparison['centers'][number]): boolean =>
    score.flagged || (time?.flagged ?? false) || (flags?.flagged ?? false) || (pairs?.flagged ?? false);
  return flagReport({
    ...result,
    title: 'Centers',
    subtitle: `Each center against all others; ${counted(result.n, 'candidate')}`,
    sample: null,
    facts: [],
    paragraphs: [
      'p values are adjusted for the number of centers, each measure by itself. The expected mean is drawn toward the mean of all centers by its reliability.',
    ],
    columns: [
      'Center',
      'Candidates',
      'Mean',
      'Expected mean',
      'Score p',
      'Time p',
      'Flags',
      'Flags p',
      'Pairs',
      'Pairs p',
    ],
    entries: rising(result.centers, (center) => (isFlagged(center) ? 0 : 1)),
    cells: ({ id, n, score, time, flags, pairs }) => [
      id,
      count(n),
      fixed(score.mean),
      fixed(score.shrunken),
      pValue(score.adjustedP),
      pValue(time?.adjustedP ?? null),
      fixed(flags?.count ?? null, 0),
      pValue(flags?.adjustedP ?? null),
      fixed(pairs?.count ?? null, 0),
      pValue(pairs?.adjustedP ?? null),
    ],
    flagged: isFlagged,
  });
}
