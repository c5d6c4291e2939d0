import {
  count,
  counted,
  figureSection,
  fixed,
  interval,
  left,
  NONE,
  type Presentation,
  percent,
  right,
  sampleNotices,
  tableSection,
  textNotices,
} from '../presentation/index.ts';
import type { ItemRatingStandard } from './angoff.ts';
import type { Bookmark } from './bookmark.ts';
import { bookmarkFigure, compromise, ratingFigures } from './figures.ts';
import type { Hofstee } from './hofstee.ts';
import { impactSection } from './present-parts.ts';

const TITLES: Record<ItemRatingStandard['method'], string> = {
  angoff: 'Standard setting: Angoff',
  'yes-no-angoff': 'Standard setting: Angoff (yes and no)',
  nedelsky: 'Standard setting: Nedelsky',
  ebel: 'Standard setting: Ebel',
};

/** The result of `angoff`, `nedelsky` or `ebel` for people. */
export function presentAngoff(result: ItemRatingStandard): Presentation {
  const { method, n, rounds, judges, shifts } = result;
  const last = rounds[rounds.length - 1];
  const items = last?.items ?? [];
  const disputed = items.filter(({ disagreement }) => disagreement).map(({ id }) => id);
  return {
    title: TITLES[method],
    subtitle: `${counted(n, 'judge')}, ${counted(items.length, 'item')}, ${counted(rounds.length, 'round')}`,
    facts: [
      { label: 'Cut', value: fixed(result.cut), note: `${percent(result.share)} of ${fixed(result.maximum, 0)}` },
      { label: 'SE, judges', value: fixed(result.se), note: `95 %: ${interval(result.interval)}` },
      { label: 'SE, judges and items', value: fixed(result.seItemsRandom), note: '' },
      {
        label: 'Interjudge reliability',
        value: fixed(last?.reliability?.average ?? null),
        note: `one judge: ${fixed(last?.reliability?.single ?? null)}`,
      },
    ],
    notices: [...sampleNotices(result.sample), ...textNotices(result.notices)],
    sections: [
      figureSection('Ratings', ratingFigures(result)),
      tableSection(
        'Judges',
        [
          left('Judge'),
          right('Cut'),
          right('Severity'),
          right('in SD'),
          right('r with others'),
          right('RMSD'),
          right('r with p'),
          right('RMSD from p'),
        ],
        judges.map((judge) => [
          judge.id,
          fixed(judge.cut),
          fixed(judge.severity),
          fixed(judge.standardizedSeverity),
          fixed(judge.agreement),
          fixed(judge.rmsd, 3),
          fixed(judge.withDifficulty),
          fixed(judge.rmsdDifficulty, 3),
        ]),
        'Severity above 0: the judge expects more of a borderline candidate than the panel does.',
      ),
      tableSection(
        'Items',
        [left('Item'), right('Mean'), right('SD'), right('Lowest'), right('Highest'), right('p'), left('')],
        items.map((item) => [
          item.id,
          percent(item.mean),
          percent(item.sd),
          percent(item.lowest, 0),
          percent(item.highest, 0),
          percent(item.difficulty),
          item.disagreement ? 'judges disagree' : '',
        ]),
        disputed.length === 0 ? '' : `Discuss again: ${disputed.join(', ')}.`,
      ),
      ...(rounds.length < 2
        ? []
        : [
            tableSection(
              'Rounds',
              [left('Round'), right('Judges'), right('Cut'), right('SD'), right('SE'), right('Median')],
              rounds.map((round) => [
                round.round,
                count(round.n),
                fixed(round.mean),
                fixed(round.sd),
                fixed(round.se),
                fixed(round.median),
              ]),
              shifts.map(({ from, to, cut }) => `From ${from} to ${to} the cut moved by ${fixed(cut)}.`).join(' '),
            ),
          ]),
      ...impactSection(result.impact),
    ],
  };
}

/** The result of `hofstee` for people. */
export function presentHofstee(result: Hofstee): Presentation {
  const { bounds, judges } = result;
  return {
    title: 'Standard setting: Hofstee',
    subtitle: `${counted(result.n, 'judge')}, ${counted(result.impact[0]?.n ?? 0, 'candidate')}`,
    facts: [
      {
        label: 'Cut',
        value: fixed(result.cut),
        note: result.crosses ? 'where line and scores meet' : 'line and scores do not meet',
      },
      { label: 'SE', value: fixed(result.se), note: 'jackknife over judges' },
      { label: 'Fail', value: percent(result.fail), note: '' },
      { label: 'Accepted cuts', value: `${fixed(bounds.minCut)} to ${fixed(bounds.maxCut)}`, note: '' },
      { label: 'Accepted failure rates', value: `${percent(bounds.minFail)} to ${percent(bounds.maxFail)}`, note: '' },
    ],
    notices: [...sampleNotices(result.sample), ...textNotices(result.notices)],
    sections: [
      figureSection('Where acceptance and scores meet', [compromise(result)]),
      tableSection(
        'Judges',
        [
          left('Judge'),
          right('Lowest cut'),
          right('Highest cut'),
          right('Lowest fail'),
          right('Highest fail'),
          right('Own cut'),
        ],
        judges.map((judge) => [
          judge.id,
          fixed(judge.minCut),
          fixed(judge.maxCut),
          percent(judge.minFail),
          percent(judge.maxFail),
          judge.crosses ? fixed(judge.cut) : NONE,
        ]),
      ),
      ...impactSection(result.impact),
    ],
  };
}

/** The result of `bookmark` for people. */
export function presentBookmark(result: Bookmark): Presentation {
  const { booklet, judges, rounds } = result;
  return {
    title: 'Standard setting: bookmark',
    subtitle: `${counted(result.n, 'judge')}, ${counted(booklet.pages.length, 'page')}, response probability ${fixed(booklet.responseProbability)}`,
    facts: [
      { label: 'Cut', value: fixed(result.cut), note: `expected raw score of ${fixed(result.maximum, 0)}` },
      { label: 'SE', value: fixed(result.se), note: '' },
      { label: 'θ', value: fixed(result.theta, 3), note: `SE ${fixed(result.seTheta, 3)}` },
    ],
    notices: [...sampleNotices(result.sample), ...textNotices(result.notices)],
    sections: [
      figureSection('Bookmarks in the booklet', [bookmarkFigure(result)]),
      tableSection(
        'Judges',
        [left('Judge'), right('Page'), left('Item'), right('θ'), right('Cut')],
        judges.map(({ id, page, item, theta, cut }) => [id, count(page), item, fixed(theta, 3), fixed(cut)]),
      ),
      ...(rounds.length < 2
        ? []
        : [
            tableSection(
              'Rounds',
              [left('Round'), right('Judges'), right('θ'), right('Cut'), right('SE')],
              rounds.map(({ round, n, theta, cut, se }) => [round, count(n), fixed(theta, 3), fixed(cut), fixed(se)]),
            ),
          ]),
      tableSection(
        'Ordered item booklet',
        [right('Page'), left('Item'), right('Score'), right('Location')],
        booklet.pages.map(({ page, id, category, location }) => [count(page), id, count(category), fixed(location, 3)]),
      ),
      ...impactSection(result.impact),
    ],
  };
}
