import type { Circumstances, FactData, FactKind, Program, Standing } from '@testamur/program';
import type { Findings } from '../findings.ts';
import type { Plan } from '../plan/plan.ts';

/** A fact as the candidate reads it in the history of the candidacy. */
export type Recorded = {
  [K in FactKind]: {
    readonly id: string;
    readonly kind: K;
    readonly at: string;
    readonly text: string;
    readonly data: FactData[K];
  };
}[FactKind];

export type RecordedOf<K extends FactKind> = Extract<Recorded, { kind: K }>;

/** What a life has left behind, all of it read from the API. */
export interface Chronicle {
  readonly program: Program;
  readonly plan: Plan;
  readonly circumstances: Circumstances;
  readonly standing: Standing;
  readonly findings: Findings;
  /** In the order in which it happened. */
  facts<K extends FactKind>(kind: K): readonly RecordedOf<K>[];
}

/** What was seen, and whether it is what the program says. */
export interface Shown {
  readonly holds: boolean;
  readonly expected: string;
  readonly found: string;
  readonly evidence: unknown;
}

/** Something that a program has and others do not. */
export interface Particular {
  readonly id: string;
  readonly title: string;
  isIn(program: Program, plan: Plan): boolean;
  show(record: Chronicle): Shown;
}
