import {
  capital,
  count,
  counted,
  type Fact,
  fixed,
  interval,
  left,
  type Notice,
  type Presentation,
  type PresentedTable,
  percent,
  pValue,
  rights,
  sampleNotices,
  tableSection,
  textNotices,
} from '../presentation/index.ts';
import type { Agreement } from './agreement.ts';
import type { DStudyRow } from './d-study.ts';
import type { FleissKappa } from './fleiss-kappa.ts';
import type { GStudy } from './g-study.ts';
import type { IntraclassCorrelations } from './intraclass.ts';
import type { PairwiseKappa } from './kappa.ts';
import type { KrippendorffAlpha } from './krippendorff-alpha.ts';

const page = (
  title: string,
  subtitle: string,
  facts: readonly Fact[],
  notices: readonly Notice[],
  tables: readonly PresentedTable[],
): Presentation => ({
  title,
  subtitle,
  facts,
  notices,
  sections: tables.map(({ caption, columns, rows }) => tableSection(caption, columns, rows)),
});

/** Kappa of two raters or of all pairs, with the percent agreement beside it. */
export function presentKappa({ pairs, light }: PairwiseKappa, agreed: Agreement): Presentation {
  const [only] = pairs;
  const weights = only?.weights ?? 'none';
  const name =
    weights === 'none' ? 'Cohen’s kappa' : `Weighted kappa (${typeof weights === 'string' ? weights : 'own weights'})`;
  const value: Fact =
    pairs.length > 1 || only === undefined
      ? { label: 'Mean kappa (Light)', value: fixed(light, 3), note: `${counted(pairs.length, 'pair')} of raters` }
      : { label: name, value: fixed(only.kappa, 3), note: `95 % ${interval(only.ci, 3)}` };
  return page(
    name,
    `${counted(agreed.n, 'performance')} rated by two or more`,
    [
      value,
      {
        label: 'Exact agreement',
        value: percent(agreed.exact),
        note: agreed.exactCi === null ? '' : `95 % ${percent(agreed.exactCi[0])} to ${percent(agreed.exactCi[1])}`,
      },
      ...(agreed.adjacent === null
        ? []
        : [{ label: `Within ${agreed.adjacentDistance}`, value: percent(agreed.adjacent), note: '' }]),
    ],
    [...sampleNotices(only?.sample ?? null), ...textNotices(pairs.flatMap(({ notices }) => notices))],
    [
      {
        caption: 'Pairs of raters',
        columns: [
          left('Raters'),
          ...rights('n', 'Observed', 'Expected', 'Kappa', 'SE', '95 % interval', 'p', 'Largest possible'),
        ],
        rows: pairs.map(({ raters, n, observed, expected, kappa, se, ci, p, maximum }) => [
          raters.join(' – '),
          count(n),
          fixed(observed, 3),
          fixed(expected, 3),
          fixed(kappa, 3),
          fixed(se, 3),
          interval(ci, 3),
          pValue(p),
          fixed(maximum, 3),
        ]),
      },
    ],
  );
}

/** Fleiss' kappa, overall and per category. */
export const presentFleiss = (result: FleissKappa): Presentation =>
  page(
    'Fleiss’ kappa',
    `${counted(result.n, 'performance')}, ${counted(result.ratersPerPerformance, 'rating')} of each`,
    [{ label: 'Kappa', value: fixed(result.kappa, 3), note: `95 % ${interval(result.ci, 3)}; p ${pValue(result.p)}` }],
    [...sampleNotices(result.sample), ...textNotices(result.notices)],
    [
      {
        caption: 'Categories',
        columns: [left('Category'), ...rights('Share', 'Kappa', 'SE under chance', 'p')],
        rows: result.categories.map(({ category, share, kappa, seNull, p }) => [
          category,
          percent(share),
          fixed(kappa, 3),
          fixed(seNull, 3),
          pValue(p),
        ]),
      },
    ],
  );

/** Krippendorff's alpha. */
export const presentKrippendorff = (result: KrippendorffAlpha): Presentation =>
  page(
    'Krippendorff’s alpha',
    `${capital(result.level)} level, ${counted(result.n, 'performance')} with ${counted(result.pairable, 'rating')}`,
    [
      { label: 'Alpha', value: fixed(result.alpha, 3), note: `95 % ${interval(result.ci, 3)}` },
      {
        label: 'Standard error',
        value: fixed(result.se, 3),
        note: `bootstrap of ${count(result.replications)}, seed ${result.seed}`,
      },
    ],
    [...sampleNotices(result.sample), ...textNotices(result.notices)],
    [],
  );

/** The six intraclass correlations. */
export const presentIntraclass = (result: IntraclassCorrelations): Presentation =>
  page(
    'Intraclass correlations',
    `${counted(result.n, 'performance')}, ${counted(result.raters, 'rater')}`,
    result.coefficients
      .filter(({ form }) => form.startsWith('ICC(2'))
      .map(({ form, icc, ci }) => ({
        label: `${form}, absolute agreement`,
        value: fixed(icc, 3),
        note: `95 % ${interval(ci, 3)}`,
      })),
    [...sampleNotices(result.sample), ...textNotices(result.notices)],
    [
      {
        caption: 'Forms',
        columns: [left('Form'), left('McGraw & Wong'), ...rights('ICC', '95 % interval', 'F', 'df', 'p')],
        rows: result.coefficients.map(({ form, mcGrawWong, icc, ci, f, df1, df2, p }) => [
          form,
          mcGrawWong,
          fixed(icc, 3),
          interval(ci, 3),
          fixed(f, 2),
          `${df1}, ${df2}`,
          pValue(p),
        ]),
      },
    ],
  );

/** The G-study and its D-study. */
export function presentGStudy(study: GStudy, rows: readonly DStudyRow[]): Presentation {
  const own = rows.find(({ raters, items }) => raters === study.raters && items === study.items) ?? rows[0];
  return page(
    'Generalizability study',
    `Design ${study.design}: ${counted(study.n, 'candidate')}, ${counted(study.raters, 'rater')}${study.design === 'p×r' ? '' : `, ${counted(study.items, 'item')}`}`,
    own === undefined
      ? []
      : [
          {
            label: 'Eρ²',
            value: fixed(own.generalizability, 3),
            note: `${counted(own.raters, 'rater')}${study.items > 1 ? `, ${counted(own.items, 'item')}` : ''}; σ(δ) ${fixed(own.relativeSem, 3)}`,
          },
          { label: 'Φ', value: fixed(own.dependability, 3), note: `σ(Δ) ${fixed(own.absoluteSem, 3)}` },
        ],
    [...sampleNotices(study.sample), ...textNotices(study.notices)],
    [
      {
        caption: 'Variance components',
        columns: [left('Effect'), ...rights('df', 'Mean square', 'Estimate', 'SE', 'Share')],
        rows: study.components.map(({ effect, df, meanSquare, estimate, se, share }) => [
          effect,
          count(df),
          fixed(meanSquare, 3),
          fixed(estimate, 4),
          fixed(se, 4),
          percent(share),
        ]),
      },
      {
        caption: 'D-study',
        columns: rights('Raters', 'Items', 'Eρ²', 'Φ', 'Φ(λ)', 'σ(δ)', 'σ(Δ)'),
        rows: rows.map((row) => [
          `${row.raters}`,
          `${row.items}`,
          fixed(row.generalizability, 3),
          fixed(row.dependability, 3),
          fixed(row.dependabilityAtCut, 3),
          fixed(row.relativeSem, 3),
          fixed(row.absoluteSem, 3),
        ]),
      },
    ],
  );
}
