import { raterRuler, wrightMap } from '../plots/index.ts';
import type { Figure } from '../presentation/index.ts';
import type { Facet } from './facets/facet-summary.ts';
import type { ManyFacetRasch } from './facets/many-facet-rasch.ts';
import type { RaterEffect } from './rater-effects.ts';

/** A facet as a ruler where it has raters, as a map of candidates and its elements elsewhere. */
export function facetFigure({ name, elements }: Facet, { persons }: Pick<ManyFacetRasch, 'persons'>): Figure {
  const abilities = persons.map(({ theta }) => theta);
  if (name !== 'rater' && name !== 'judge') {
    return wrightMap({ persons: abilities, items: elements.map(({ id, measure }) => ({ id, difficulty: measure })) });
  }
  return raterRuler({
    raters: elements.map(({ id, measure, se, flag }) => ({ id, severity: measure, se, flag: flag ?? '' })),
    persons: abilities,
  });
}

/** The raters by how far they lie below the others on the same performances. */
export const effectRuler = (effects: readonly RaterEffect[]): Figure =>
  raterRuler({
    raters: effects.map(({ rater, difference, se, flags }) => ({
      id: rater,
      severity: difference === null ? null : -difference,
      se,
      flag: flags.join(', '),
    })),
    unit: 'Score points below the other raters: lenient on the left, severe on the right',
  });
