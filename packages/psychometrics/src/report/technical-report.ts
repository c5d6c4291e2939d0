import type { ClassicalResult } from '../classical/classical.ts';
import type { DistractorResult } from '../classical/distractors.ts';
import { mappedItems } from '../classical/figures.ts';
import { type ItemFlag, itemFlagRules } from '../classical/item-flags.ts';
import {
  classicalNotices,
  distributionSection,
  itemSection,
  presentClassical,
  reliabilitySection,
} from '../classical/present.ts';
import type { DecisionResult } from '../decision/decision.ts';
import { mayShow } from '../guard/index.ts';
import {
  count,
  counted,
  type Fact,
  fixed,
  interval,
  left,
  type Notice,
  type Presentation,
  type PresentedSection,
  percent,
  right,
  sampleNotices,
  textNotices,
} from '../presentation/index.ts';
import { type AnnualFigures, annualFigures, annualTable } from './annual-figures.ts';
import { decisionsAtTheCut } from './decision-section.ts';
import { type Examination, type ExaminationInput, examination } from './examination.ts';
import { itemPage } from './item-page.ts';
import type { ReportPlots } from './report-plots.ts';
import { timeSection } from './response-times.ts';

/** What a technical report is made from. */
export interface TechnicalReportInput extends ExaminationInput {
  /** The name of the examination. */
  readonly title: string;
  readonly plots?: ReportPlots;
  /** How long candidates took, in minutes by id; adds a section. */
  readonly minutes?: ReadonlyMap<string, number>;
  /** Called as pages are made: how many of how many. */
  readonly progress?: (done: number, total: number) => void;
}

/**
 * The technical report of an examination: figures of the year, scores, reliability, decision quality, items with flags, and
 * a page per item. Omitted and not reached items score 0. A sample too small gives counts only, unless the rule was set
 * aside.
 *
 * @param analysis of the same input, where it has been analyzed before.
 * @throws {RangeError} for items without a key, a cut outside the scores, no candidates.
 * @see AERA, APA & NCME (2014), Standards 4.10, 7.2 to 7.5; NCCA (2021), Standards 17 to 20.
 */
export function technicalReport(input: TechnicalReportInput, analysis: Examination = examination(input)): Presentation {
  const { cut, title, plots = {}, progress } = input;
  const { scores, totals, classical: result, options, decision: decided } = analysis;
  if (!mayShow(result.sample)) return { ...presentClassical(result, options), title };
  const figures = annualFigures(result, decided, totals, cut);
  const total = result.items.length;
  return {
    title,
    subtitle: `Technical report: ${counted(result.n, 'candidate')}, ${counted(total, 'item')}, cut ${cut} of ${figures.maximum}`,
    facts: reportFacts(figures),
    notices: [...classicalNotices(result), ...decisionNotices(decided)],
    sections: [
      withFigure(
        overview(figures, decided, result, options),
        plots.histogram?.({ scores: [...totals], cut, sem: figures.semAtCut, maximum: figures.maximum }),
      ),
      distributionSection(result),
      withFigure(
        reliabilitySection(result),
        plots.conditionalSem?.({
          rows: result.conditionalSem ?? [],
          overall: result.reliability.sem,
          cut,
        }),
      ),
      ...(decided === null ? [] : [decisionsAtTheCut(scores, decided)]),
      ...(input.minutes === undefined ? [] : [timeSection(analysis, input.minutes, cut, plots)]),
      withFigure(itemSection(result, options), plots.itemMap?.({ items: mappedItems(result.items, options) })),
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

function reportFacts(figures: AnnualFigures): readonly Fact[] {
  return [
    { label: 'Tested', value: count(figures.tested), note: '' },
    { label: 'Passed', value: percent(figures.passRate), note: `${counted(figures.passed, 'candidate')}` },
    { label: 'Mean', value: fixed(figures.mean, 1), note: `SD ${fixed(figures.sd, 1)}, of ${figures.maximum}` },
    { label: 'Alpha', value: fixed(figures.reliability, 3), note: interval(figures.reliabilityInterval, 3) },
    { label: 'SEM', value: fixed(figures.sem), note: `at the cut ${fixed(figures.semAtCut)}` },
    { label: 'Consistency', value: fixed(figures.consistency, 3), note: `accuracy ${fixed(figures.accuracy, 3)}` },
  ];
}

/** The override is told once, with the classical analysis. */
const decisionNotices = (decided: DecisionResult | null): readonly Notice[] =>
  decided === null
    ? textNotices(['Candidates took different items: there is no decision quality for them together.'])
    : [...sampleNotices({ ...decided.sample, override: null }, 'Decisions: '), ...textNotices(decided.notices)];

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
      `${flagged === 0 ? 'No item is' : `${count(flagged)} of ${counted(items.length, 'item')} ${flagged === 1 ? 'is' : 'are'}`} flagged for review by experts, unused distractors aside. A flag condemns no item.`,
    ],
    figures: [],
    tables: [
      annualTable(figures, decided),
      {
        caption: 'Items for review',
        columns: [left('Flag'), right('Items'), left('Which')],
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
