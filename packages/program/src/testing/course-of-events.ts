import type { Actor, Fact, FactData, FactKind, Instant } from '../facts.ts';
import type { Program } from '../schema/program.ts';
import { authorizationTerms, invoiceTerms } from '../standing/acts.ts';
import type { FeeTarget } from '../standing/fees/target.ts';
import { standing } from '../standing/standing.ts';
import type { Standing } from '../standing/types.ts';
import { makeFact, noon } from './facts.ts';

const staff: Actor = { kind: 'staff', id: 'sam' };

/** A candidacy that is told fact by fact; each happens at the noon of its day, and reads as a sentence in a test. */
export class Story {
  readonly program: Program;
  facts: readonly Fact[];
  private at: Instant;

  constructor(program: Program, facts: readonly Fact[]) {
    this.program = program;
    this.facts = facts;
    this.at = facts.at(-1)?.at ?? noon('2027-01-04');
  }

  on(date: string): this {
    this.at = noon(date);
    return this;
  }

  tell<K extends FactKind>(kind: K, data: FactData[K]): this {
    const id = `${this.at} ${String(this.facts.length).padStart(3, '0')}`;
    this.facts = [...this.facts, { ...makeFact(kind, this.at, data, id), by: staff }];
    return this;
  }

  get now(): Standing {
    return standing(this.program, this.facts, this.at);
  }

  /** The standing at a later instant, when nothing more has happened. */
  later(at: Instant): Standing {
    return standing(this.program, this.facts, at);
  }

  /** Who has which move, such as `candidate take-exam core`. */
  get moves(): readonly string[] {
    return this.now.next.map(({ actor, kind, subject }) => [actor, kind, subject].filter(Boolean).join(' '));
  }

  invoice(fee: string, target?: FeeTarget): this {
    const { lines: _, ...terms } = invoiceTerms(this.program, this.now, fee, target);
    return this.tell('fee-invoiced', {
      ...terms,
      invoiceId: `${fee} ${terms.assessment ?? ''} ${terms.attempt ?? ''}`,
    });
  }

  /** Pays what is open, of one fee or of all; by a voucher where one is named. */
  pay(fee?: string, voucherId?: string): this {
    for (const { fee: id, invoiceId, amountMinor, currency } of this.now.owed) {
      if (invoiceId === undefined || (fee !== undefined && id !== fee)) continue;
      const voucher = voucherId === undefined ? {} : { voucherId };
      this.tell('fee-settled', { fee: id, invoiceId, amountMinor, currency, ...voucher });
    }
    return this;
  }

  authorize(assessment: string): this {
    return this.tell('test-authorized', authorizationTerms(this.program, this.now, assessment));
  }

  private attemptAt(assessment: string): number {
    return this.now.assessments.find((found) => found.assessment === assessment)?.attempt ?? 1;
  }

  /** An exam from its beginning to its seal. */
  sit(assessment: string): this {
    const attempt = this.attemptAt(assessment);
    const attemptId = `${assessment} ${attempt}`;
    return this.tell('attempt-begun', { assessment, attempt, attemptId }).tell('attempt-sealed', {
      assessment,
      attempt,
      attemptId,
      byClock: false,
    });
  }

  release(assessment: string, score: number, maxScore: number, passed: boolean): this {
    const attempt = this.attemptAt(assessment);
    return this.tell('result-released', { assessment, attempt, passed, score, maxScore, byTopic: [] });
  }
}
