import {
  count,
  counted,
  fixed,
  interval,
  left,
  type Presentation,
  percent,
  pValue,
  rights,
  sampleNotices,
  textNotices,
} from '../presentation/index.ts';
import type { Drift } from './drift.ts';
import type { ManyFacetRasch } from './facets/many-facet-rasch.ts';
import { effectRuler, facetFigure } from './figures.ts';
import type { Halo } from './halo.ts';
import type { RaterEffect } from './rater-effects.ts';

/** The many-facet model: a table per facet, the steps and the persons. */
export function presentManyFacet(result: ManyFacetRasch): Presentation {
  return {
    title: 'Many-facet Rasch measurement',
    subtitle: `${counted(result.n, 'candidate')}, ${counted(result.ratings, 'rating')}, ${result.model === 'rating-scale' ? 'one rating scale' : 'steps of their own'}; marginal maximum likelihood`,
    facts: [
      {
        label: 'Reliability of candidates',
        value: fixed(result.personReliability, 3),
        note: `separation ${fixed(result.personSeparation)}`,
      },
      ...result.facets.map(({ name, reliability, separation, chiSquare }) => ({
        label: `Reliability of ${name} differences`,
        value: fixed(reliability, 3),
        note: `separation ${fixed(separation)}${chiSquare === null ? '' : `; all alike: p ${pValue(chiSquare.p)}`}`,
      })),
      {
        label: 'Candidates',
        value: fixed(result.latent.mean),
        note: `mean; variance ${fixed(result.latent.variance)} (logits)`,
      },
    ],
    notices: [...sampleNotices(result.sample), ...textNotices(result.notices)],
    sections: [
      ...result.facets.map((facet) => ({
        heading: `Facet: ${facet.name}`,
        paragraphs: [],
        figures: [facetFigure(facet, result)],
        tables: [
          {
            caption: '',
            columns: [
              left(facet.name),
              ...rights('n', 'Mean', 'Fair mean', 'Measure', 'SE', 'Infit', 'Outfit'),
              left('Flag'),
            ],
            rows: [...facet.elements]
              .sort((a, b) => b.measure - a.measure)
              .map((element) => [
                element.id,
                count(element.n),
                fixed(element.observedAverage),
                fixed(element.fairAverage),
                fixed(element.measure),
                fixed(element.se),
                fixed(element.infit),
                fixed(element.outfit),
                element.flag ?? '',
              ]),
          },
        ],
      })),
      {
        heading: 'Steps',
        paragraphs: [],
        figures: [],
        tables: [
          {
            caption: '',
            columns: [left('Scale'), left('Scores'), left('Thresholds'), left('SE')],
            rows: result.steps.map(({ group, scores, thresholds, se }) => [
              group,
              scores.join(' '),
              thresholds.map((value) => fixed(value)).join('  '),
              se.map((value) => fixed(value)).join('  '),
            ]),
          },
        ],
      },
    ],
  };
}

/** Severity, centrality and consistency of the raters. */
export const presentRaterEffects = (effects: readonly RaterEffect[]): Presentation => ({
  title: 'Rater effects',
  subtitle: 'Each rater against the mean of the others on the same performances',
  facts: [
    {
      label: 'Flagged',
      value: `${effects.filter(({ flags }) => flags.length > 0).length} of ${effects.length}`,
      note: 'raters',
    },
  ],
  notices: sampleNotices(effects.map(({ sample }) => sample).find(({ verdict }) => verdict !== 'ok') ?? null),
  sections: [
    {
      heading: 'Raters',
      paragraphs: [],
      figures: [effectRuler(effects)],
      tables: [
        {
          caption: '',
          columns: [
            left('Rater'),
            ...rights('n', 'Mean', 'Difference', '95 % interval', 'Adjusted p', 'Effect', 'Spread', 'r'),
            left('Flags'),
          ],
          rows: effects.map((effect) => [
            effect.rater,
            count(effect.n),
            fixed(effect.mean),
            fixed(effect.difference),
            interval(effect.ci),
            pValue(effect.adjustedP),
            fixed(effect.effect),
            fixed(effect.spread),
            fixed(effect.correlation),
            effect.flags.join(', '),
          ]),
        },
      ],
    },
  ],
});

/** Halo of the raters. */
export const presentHalo = (raters: readonly Halo[]): Presentation => ({
  title: 'Halo',
  subtitle: 'How far each rater tells traits apart, against the mean of the others',
  facts: [
    {
      label: 'Flagged',
      value: `${raters.filter(({ flagged }) => flagged).length} of ${raters.length}`,
      note: 'raters',
    },
  ],
  notices: sampleNotices(raters.map(({ sample }) => sample).find(({ verdict }) => verdict !== 'ok') ?? null),
  sections: [
    {
      heading: 'Raters',
      paragraphs: [],
      figures: [],
      tables: [
        {
          caption: '',
          columns: [
            left('Rater'),
            ...rights('n', 'Spread', 'Others', 'Difference', 'SE', 'Inter-trait r', 'Others'),
            left('Flag'),
          ],
          rows: raters.map((rater) => [
            rater.rater,
            count(rater.n),
            fixed(rater.withinSpread),
            fixed(rater.consensusSpread),
            fixed(rater.difference),
            fixed(rater.se),
            fixed(rater.interTraitCorrelation),
            fixed(rater.consensusCorrelation),
            rater.flagged ? 'halo' : '',
          ]),
        },
      ],
    },
  ],
});

/** Drift of the raters over the periods. */
export const presentDrift = ({ times, periods, self }: Drift): Presentation => ({
  title: 'Rater drift',
  subtitle: `${times.length === 1 ? 'Period' : 'Periods'} ${times.join(', ')}`,
  facts: [
    { label: 'Flagged', value: `${periods.filter(({ flagged }) => flagged).length}`, note: 'changes of severity' },
  ],
  notices: sampleNotices(periods.map(({ sample }) => sample).find(({ verdict }) => verdict !== 'ok') ?? null),
  sections: [
    {
      heading: 'Severity by period',
      paragraphs: [],
      figures: [],
      tables: [
        {
          caption: '',
          columns: [
            left('Rater'),
            left('Period'),
            ...rights('n', 'Difference', 'SE', 'Change', 'SE', 'Adjusted p'),
            left('Flag'),
          ],
          rows: periods.map((period) => [
            period.rater,
            period.time,
            count(period.n),
            fixed(period.difference),
            fixed(period.se),
            fixed(period.change),
            fixed(period.changeSe),
            pValue(period.adjustedP),
            period.flagged ? 'drift' : '',
          ]),
        },
      ],
    },
    {
      heading: 'Second ratings',
      paragraphs: self.length === 0 ? ['No performance was rated twice by the same rater.'] : [],
      figures: [],
      tables:
        self.length === 0
          ? []
          : [
              {
                caption: '',
                columns: [left('Rater'), ...rights('n', 'Change', 'SE', 'p', 'Same score')],
                rows: self.map(({ rater, n, change, se, p, exact }) => [
                  rater,
                  count(n),
                  fixed(change),
                  fixed(se),
                  pValue(p),
                  percent(exact),
                ]),
              },
            ],
    },
  ],
});
