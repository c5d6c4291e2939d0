import type { Fact, Program } from '@testamur/program';
import type { Scope } from '../../platform/http/index.ts';

/** A candidacy as an edition is put to it. */
export interface CandidacyLedger {
  readonly candidacyId: string;
  /** The edition that it is under. */
  readonly program: Program;
  readonly facts: readonly Fact[];
}

/** Those under way: whoever holds a credential, and everybody else. */
export interface UnderWay {
  readonly candidates: number;
  readonly certificants: number;
}

/** Who goes over to another edition. */
export interface Move {
  readonly programId: string;
  readonly edition: string;
  /** The editions that it follows. */
  readonly from: readonly string[];
  readonly candidates: boolean;
  readonly certificants: boolean;
}

/** Candidacies stand on the floor above: the composition root hands in what an edition needs of them. */
export interface ProgramsDeps {
  countCandidacies(scope: Scope, programId: string): Promise<number>;
  countUnderWay(scope: Scope, programId: string, editions: readonly string[]): Promise<UnderWay>;
  /** In the order of their ids, from after one of them on. */
  listLedgers(
    scope: Scope,
    programId: string,
    after: string | null,
    limit: number,
  ): Promise<readonly CandidacyLedger[]>;
  /** Numbers by candidacy. */
  listNumbers(scope: Scope, candidacyIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Looks at so many of those under way and moves whom the move is about; the last one looked at, if any is left. */
  moveBatch(
    scope: Scope,
    move: Move,
    after: string | null,
    limit: number,
  ): Promise<{ readonly moved: number; readonly last: string | null }>;
}

/** Where there are no candidacies, an edition is put to nobody. */
export const noCandidacies: ProgramsDeps = {
  countCandidacies: async () => 0,
  countUnderWay: async () => ({ candidates: 0, certificants: 0 }),
  listLedgers: async () => [],
  listNumbers: async () => new Map(),
  moveBatch: async () => ({ moved: 0, last: null }),
};
