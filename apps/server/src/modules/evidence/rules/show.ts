import { auditSight, type FieldId, type Reader, type Sight, type StepKind, sight } from './sight.ts';
import type { EvidenceCheck, FactRef, PersonRef, Value } from './values.ts';

export interface Detail {
  readonly field: FieldId;
  readonly value: Value;
}

/** One link of the chain, with everything that is known of it. */
export interface Step {
  readonly kind: StepKind;
  /** The assessment that it is about, by its id and its title. */
  readonly assessmentId?: string;
  readonly subject?: string;
  readonly at?: string;
  readonly details: readonly Detail[];
  readonly checks: readonly EvidenceCheck[];
  readonly facts: readonly FactRef[];
  /** The credential before this one, where the step is that. */
  readonly credentialId?: string;
}

type Names = ReadonlyMap<string, string>;

const showPerson = ({ role, id }: PersonRef, by: Sight, names: Names) => {
  const name = by === 'full' && id !== undefined ? names.get(id) : undefined;
  return { role, ...(name === undefined ? {} : { name }) };
};

/** People keep their part and lose their ids. Who is known by part alone is counted once. */
const showValue = (value: Value, by: Sight, names: Names) => {
  if (value.kind === 'people') {
    const shown = value.people.map((person) => showPerson(person, by, names));
    return { kind: value.kind, people: shown };
  }
  if (value.kind === 'marks') {
    const ratings = value.ratings.map(({ by: person, submittedAt, marks }) => ({
      by: showPerson(person, by, names),
      submittedAt,
      marks: [...marks],
    }));
    return { kind: value.kind, ratings };
  }
  if (value.kind === 'list') return { kind: value.kind, items: [...new Set(value.items)] };
  if (value.kind === 'payments') return { kind: value.kind, payments: [...value.payments] };
  return value;
};

const showFact = ({ entry, ...fact }: FactRef, reader: Reader): FactRef => ({
  ...fact,
  ...(entry === undefined || auditSight[reader] !== 'full' ? {} : { entry }),
});

/** A step as far as its reader may see it. */
export const showStep = (step: Step, reader: Reader, names: Names) => ({
  kind: step.kind,
  ...(step.assessmentId === undefined ? {} : { assessmentId: step.assessmentId }),
  ...(step.subject === undefined ? {} : { subject: step.subject }),
  ...(step.at === undefined ? {} : { at: step.at }),
  ...(step.credentialId === undefined ? {} : { credentialId: step.credentialId }),
  details: step.details.flatMap(({ field, value }) => {
    const by = sight[field][reader];
    return by === 'hidden' ? [] : [{ field, value: showValue(value, by, names) }];
  }),
  checks: [...step.checks],
  facts: step.facts.map((fact) => showFact(fact, reader)),
});

/** Whoever is named anywhere in the steps. */
export const personIdsOf = (steps: readonly Step[]): readonly string[] =>
  steps.flatMap(({ details }) =>
    details.flatMap(({ value }) => {
      if (value.kind === 'people') return value.people.flatMap(({ id }) => id ?? []);
      return value.kind === 'marks' ? value.ratings.flatMap(({ by }) => by.id ?? []) : [];
    }),
  );
