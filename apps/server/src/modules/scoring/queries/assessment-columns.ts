import { sql } from 'kysely';

const assessmentText = (table: 'rating' | 'result', member: 'title' | 'kind') =>
  sql<string | null>`(select assessment ->> ${sql.lit(member)}
    from jsonb_array_elements(program_edition.program -> 'assessments') as assessment
    where assessment ->> 'id' = ${sql.ref(`${table}.assessment_id`)})`;

/** Read off the edition of the candidacy, so that a list needs no program in memory. */
export const assessmentTitle = (table: 'rating' | 'result') =>
  sql<string>`coalesce(${assessmentText(table, 'title')}, ${sql.ref(`${table}.assessment_id`)})`;

export const assessmentKind = (table: 'rating' | 'result') =>
  sql<string>`coalesce(${assessmentText(table, 'kind')}, '')`;
