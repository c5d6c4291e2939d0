import type { Standing } from '@testamur/program';

/**
 * A standing for those who do not read what referees say: that a statement was given stays in it, whether the candidate
 * is recommended does not. Referees are known by their relation; providers of trainings have none.
 */
export const withoutOpinions = (standing: Standing): Standing => ({
  ...standing,
  statements: standing.statements.map(({ confirmed, ...statement }) =>
    statement.relation !== undefined || confirmed === undefined ? statement : { ...statement, confirmed },
  ),
});
