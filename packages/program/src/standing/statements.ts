import type { FactOf, Instant } from '../facts.ts';
import { findRequirement } from '../lookup.ts';
import { text } from '../messages/compose.ts';
import type { RequirementOf } from '../schema/program.ts';
import { type Ledger, select } from './ledger/ledger.ts';
import type { StatementStanding } from './types.ts';

/** One request for a statement, and what came of it. */
export interface Statement extends StatementStanding {
  /** When it came into its state. */
  readonly since: Instant;
  readonly factIds: readonly string[];
}

/** What a reviewer said of the references given so far. */
export interface ReferencesReview {
  readonly judged: FactOf<'requirement-judged'>;
  /** Ids of the requests whose statements are accepted. */
  readonly accepted: ReadonlySet<string>;
  readonly metAt?: Instant;
}

export interface Statements {
  readonly all: readonly Statement[];
  /** By requirement, of those that ask for references. */
  readonly reviews: ReadonlyMap<string, ReferencesReview>;
}

type Claimed = FactOf<'requirement-declared'>;

/** A request as it stands while the ledger is read. */
type Draft = { -readonly [K in keyof Statement]: Statement[K] };

/** Whether a statement takes one of the places that the rule of the references has. */
function takesPlace(statement: Pick<StatementStanding, 'state' | 'setAside'>): boolean {
  return statement.state === 'waiting' || (statement.state === 'given' && statement.setAside !== true);
}

/**
 * How many more referees can be asked. What was declined, withdrawn, expired, or looked at and not accepted makes room.
 */
export function roomFor(
  requirement: RequirementOf<'references' | 'training'>,
  statements: readonly StatementStanding[],
): number {
  const taken = statements.filter((one) => one.requirement === requirement.id && takesPlace(one)).length;
  return Math.max(0, (requirement.kind === 'references' ? requirement.maximum : 1) - taken);
}

function isSameTraining(a: Claimed | undefined, b: Claimed): boolean {
  const [first, second] = [a?.data.claim, b.data.claim];
  if (first?.kind !== 'training' || second.kind !== 'training') return false;
  return first.trainingProgram === second.trainingProgram && first.completedOn === second.completedOn;
}

class Reader {
  private readonly byId = new Map<string, Draft>();
  private readonly claims = new Map<string, Claimed>();
  readonly reviews = new Map<string, ReferencesReview>();
  private readonly ledger: Ledger;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  listAll(): readonly Statement[] {
    return [...this.byId.values()];
  }

  private listOf(requirement: string): Draft[] {
    return [...this.byId.values()].filter((statement) => statement.requirement === requirement);
  }

  /** A link that has run out is expired since its last instant. */
  expire(at: Instant): void {
    for (const statement of this.byId.values()) {
      if (statement.state !== 'waiting' || statement.until >= at) continue;
      statement.state = 'expired';
      statement.since = statement.until;
    }
  }

  declare(fact: Claimed): void {
    const id = fact.data.requirement;
    if (fact.data.claim.kind !== 'training') return;
    const own = this.listOf(id);
    // What is confirmed stays so; after a denial, or for another training, somebody has to be asked anew.
    if (own.some(({ confirmed, setAside }) => confirmed === true && setAside !== true)) return;
    const isSame = isSameTraining(this.claims.get(id), fact);
    const requirement = findRequirement(this.ledger.program, id);
    const isOnList = requirement?.kind === 'training' && requirement.programs.includes(fact.data.claim.trainingProgram);
    if (isOnList) this.claims.set(id, fact);
    else this.claims.delete(id);
    for (const statement of own) {
      if (statement.state === 'given') statement.setAside = true;
      if (statement.state !== 'waiting' || isSame) continue;
      statement.state = 'withdrawn';
      statement.since = fact.at;
    }
  }

  request(fact: FactOf<'statement-requested'>): void {
    const { requirement: id, requestId, relation, until } = fact.data;
    const requirement = findRequirement(this.ledger.program, id);
    if (requirement?.kind !== 'references' && requirement?.kind !== 'training') return;
    if (this.byId.has(requestId)) {
      this.ledger.flag(fact, text('flag.duplicate'));
    } else if (requirement.kind === 'training' && !this.claims.has(id)) {
      this.ledger.flag(fact, text('flag.nothing-to-confirm'));
    } else if (roomFor(requirement, this.listAll()) === 0) {
      this.ledger.flag(fact, text('flag.too-many-requests', { title: requirement.title }));
    } else {
      this.byId.set(requestId, {
        requirement: id,
        requestId,
        ...(relation === undefined ? {} : { relation }),
        state: 'waiting',
        requestedAt: fact.at,
        until,
        since: fact.at,
        factIds: [fact.id],
      });
    }
  }

  answer(fact: FactOf<'statement-given' | 'statement-declined' | 'statement-withdrawn'>): void {
    const statement = this.byId.get(fact.data.requestId);
    if (statement?.requirement !== fact.data.requirement) {
      this.ledger.flag(fact, text('flag.no-such-request'));
    } else if (statement.state !== 'waiting') {
      this.ledger.flag(fact, text('flag.request-closed'));
    } else {
      statement.since = fact.at;
      statement.factIds = [...statement.factIds, fact.id];
      if (fact.kind === 'statement-given') {
        statement.state = 'given';
        statement.confirmed = fact.data.confirmed;
      } else {
        statement.state = fact.kind === 'statement-declined' ? 'declined' : 'withdrawn';
      }
    }
  }

  /** Acceptances add up; anything else that a reviewer says replaces what was said before. */
  judge(fact: FactOf<'requirement-judged'>): void {
    const { requirement: id, verdict, entryIds } = fact.data;
    const requirement = findRequirement(this.ledger.program, id);
    if (requirement?.kind !== 'references') return;
    const given = this.listOf(id).filter(({ state }) => state === 'given');
    if (given.length === 0) {
      this.ledger.flag(fact, text('flag.nothing-to-judge'));
      return;
    }
    const before = this.reviews.get(id);
    const kept = verdict === 'accepted' ? [...(before?.accepted ?? [])] : [];
    const accepted = new Set(kept);
    if (verdict === 'accepted') {
      for (const { requestId } of given) if (entryIds?.includes(requestId) ?? true) accepted.add(requestId);
    }
    // Who is not accepted leaves the place to somebody else; it can still be accepted later.
    for (const statement of given) {
      if (accepted.has(statement.requestId)) delete statement.setAside;
      else statement.setAside = true;
    }
    const isMet = verdict === 'accepted' && accepted.size >= requirement.minimum;
    this.reviews.set(id, { judged: fact, accepted, ...(isMet ? { metAt: before?.metAt ?? fact.at } : {}) });
  }
}

const kinds = [
  'requirement-declared',
  'requirement-judged',
  'statement-requested',
  'statement-given',
  'statement-declined',
  'statement-withdrawn',
] as const;

/** Every request for a statement, and what reviewers made of references. */
export function readStatements(ledger: Ledger): Statements {
  const reader = new Reader(ledger);
  for (const fact of select(ledger, ...kinds)) {
    reader.expire(fact.at);
    if (fact.kind === 'requirement-declared') reader.declare(fact);
    else if (fact.kind === 'requirement-judged') reader.judge(fact);
    else if (fact.kind === 'statement-requested') reader.request(fact);
    else reader.answer(fact);
  }
  reader.expire(ledger.at);
  return { all: reader.listAll(), reviews: reader.reviews };
}

/** What everybody may see of a request. */
export function statementStanding({ since: _, factIds: __, ...shown }: Statement): StatementStanding {
  return shown;
}
