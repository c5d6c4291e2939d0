import { type ClassicalResult, classical } from '../classical/classical.ts';
import { type DistractorResult, distractors } from '../classical/distractors.ts';
import { type ItemFlag, itemFlagRules } from '../classical/item-flags.ts';
import { itemScores } from '../classical/item-scores.ts';
import {
  classicalNotices,
  distributionSection,
  itemSection,
  presentClassical,
  reliabilitySection,
} from '../classical/present.ts';
import { type Key, type RawResponses, type ResponseMatrix, scoreRaw } from '../data/index.ts';
import { type DecisionResult, decision } from '../decision/decision.ts';
import { mayShow } from '../guard/index.ts';
import {
  count,
  type Fact,
  fixed,
  interval,
  type Notice,
  type Presentation,
  type PresentedSection,
  percent,
} from '../presentation/index.ts';
import { type AnnualFigures, annualFigures, annualTable } from './annual-figures.ts';
import { decisionsAtTheCut } from './decision-section.ts';
import { itemPage } from './item-page.ts';
import type { ReportPlots } from './report-plots.ts';

/** What a technical report is made from. */
export interface TechnicalReportInput {
  readonly raw: RawResponses;
  readonly key: Key;
  /** In score points: who reaches it passes. */
  readonly cut: number;
  /** The name of the examination. */
  readonly title: string;
  /** The part of each item, in the order of the items. */
  readonly parts?: readonly string[];
  /** The options that each item offers, by its id; by default what the responses tell. */
  readonly offered?: ReadonlyMap<string, readonly string[]>;
  /** How many score groups the option tables have; 5 by default. */
  readonly groups?: number;
  readonly plots?: ReportPlots;
  /** Called as pages are made: how many of how many. */
  readonly progress?: (done: number, total: number) => void;
  readonly override?: { readonly reason: string };
}

/**
 * The technical report of an examination: figures of the year, scores, reliability, decision quality, items with flags, and
 * a page per item. Omitted and not reached items score 0. A sample too small gives counts only, unless the rule was set
 * aside.
 *
 * @throws {RangeError} for items without a key, a cut outside the scores, no candidates.
 * @see AERA, APA & NCME (2014), Standards 4.10, 7.2 to 7.5; NCCA (2021), Standards 17 to 20.
 */
export function technicalReport(input: TechnicalReportInput): Presentation {
  const { raw, key, cut, title, plots = {}, override, progress } = input;
  const set = override === undefined ? {} : { override };
  const options = distractors(raw, key, input.groups, {
    ...set,
    ...(input.offered === undefined ? {} : { offered: input.offered }),
  });
  const scores = scoreRaw(raw, key);
  requireCut(cut, scores);
  const result = classical(scores, {
    ...set,
    chance: options.items.map(({ chance }) => chance),
    ...(input.parts === undefined ? {} : { parts: input.parts }),
  });
  const prepared = itemScores(scores);
  if (!mayShow(result.sample)) return { ...presentClassical(result, options), title };
  const decided = prepared.complete ? decision(scores, { cut, ...set }) : null;
  const figures = annualFigures(result, decided, prepared.totals, cut);
  const total = result.items.length;
  const mapped = result.items.map(({ id, p, itemRest, flags }, at) => ({
    id,
    p,
    itemRest,
    flagged: flags.length > 0 || options.items[at]?.flags.includes('possible-miskey') === true,
  }));
  return {
    title,
    subtitle: `Technical report: ${count(result.n)} candidates, ${count(total)} items, cut ${cut} of ${figures.maximum}`,
    facts: reportFacts(figures),
    notices: [...classicalNotices(result), ...decisionNotices(decided)],
    sections: [
      overview(figures, decided, result, options),
      withFigure(
        distributionSection(result),
        plots.histogram?.({ scores: [...prepared.totals], cut, sem: figures.semAtCut, maximum: figures.maximum }),
      ),
      withFigure(reliabilitySection(result), plots.conditionalSem?.({ rows: result.conditionalSem ?? [], cut })),
      ...(decided === null ? [] : [decisionsAtTheCut(scores, decided)]),
      withFigure(itemSection(result, options), plots.itemMap?.({ items: mapped })),
      ...result.items.map((item, at) => {
        const own = options.items[at];
        if (own === undefined) throw new Error(`item ${item.id} has no options`);
        const page = itemPage(item, own, options.groups, plots);
        progress?.(at + 1, total);
        return page;
      }),
    ],
  };
}

function requireCut(cut: number, { items }: ResponseMatrix): void {
  if (cut > 0 && cut <= items.length) return;
  throw new RangeError(
    `a cut of ${cut} is outside the scores above 0 to ${items.length}; give the lowest passing score`,
  );
}

function reportFacts(figures: AnnualFigures): readonly Fact[] {
  return [
    { label: 'Tested', value: count(figures.tested), note: '' },
    { label: 'Passed', value: percent(figures.passRate), note: `${count(figures.passed)} candidates` },
    { label: 'Mean', value: fixed(figures.mean, 1), note: `SD ${fixed(figures.sd, 1)}, of ${figures.maximum}` },
    { label: 'Alpha', value: fixed(figures.reliability, 3), note: interval(figures.reliabilityInterval, 3) },
    { label: 'SEM', value: fixed(figures.sem), note: `at the cut ${fixed(figures.semAtCut)}` },
    { label: 'Consistency', value: fixed(figures.consistency, 3), note: `accuracy ${fixed(figures.accuracy, 3)}` },
  ];
}

function decisionNotices(decided: DecisionResult | null): readonly Notice[] {
  if (decided !== null)
    return decided.notices.filter(({ verdict, text }) => verdict !== 'ok' && !text.includes('set aside'));
  return [
    { verdict: 'warn', text: 'Candidates took different items: there is no decision quality for them together.' },
  ];
}

function overview(
  figures: AnnualFigures,
  decided: DecisionResult | null,
  { items }: ClassicalResult,
  options: DistractorResult,
): PresentedSection {
  const flags = items.map((item, at) => [...item.flags, ...(options.items[at]?.flags ?? [])]);
  // Most easy items have an unused distractor; counted among the others they would hide what else is wrong.
  const flagged = flags.filter((own) => own.some((flag) => flag !== 'unused-distractor')).length;
  const ids = (flag: ItemFlag): string =>
    items.flatMap(({ id }, at) => (flags[at]?.includes(flag) === true ? [id] : [])).join(', ');
  return {
    heading: 'Overview',
    paragraphs: [
      `${flagged === 0 ? 'No item is' : `${count(flagged)} of ${count(items.length)} items are`} flagged for review by experts, unused distractors aside. A flag condemns no item.`,
    ],
    figures: [],
    tables: [
      annualTable(figures, decided),
      {
        caption: 'Items for review',
        columns: [
          { heading: 'Flag', align: 'left' },
          { heading: 'Items', align: 'right' },
          { heading: 'Which', align: 'left' },
        ],
        rows: Object.values(itemFlagRules).map(({ flag, says }) => [
          says,
          count(flags.filter((own) => own.includes(flag)).length),
          ids(flag),
        ]),
      },
    ],
  };
}

const withFigure = (section: PresentedSection, figure: PresentedSection['figures'][number] | undefined) =>
  figure === undefined ? section : { ...section, figures: [figure] };
