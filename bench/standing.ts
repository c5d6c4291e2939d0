import { type Fact, type FactData, type FactKind, standing } from '@testamur/program';
import { calt } from '../packages/program/src/testing/calt.ts';
import { lifeUntil, makeFact, noon } from '../packages/program/src/testing/facts.ts';

/**
 * How long standing() takes for a ledger of 60 facts, against JSON.parse of the same ledger in the same run. A queue
 * reads the standings of thousands; three times the cost of reading the facts from the database is the limit.
 */
const limit = 3;
const factCount = 60;
const rounds = 41;
const callsPerRound = 400;

function logged<K extends FactKind>(kind: K, month: number, id: string, data: FactData[K]): Fact {
  const date = `${2027 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-15`;
  return makeFact(kind, noon(date), data, id);
}

/** A whole life and two years of continuing education. */
function ledger(): readonly Fact[] {
  const facts: Fact[] = [...lifeUntil('2027-03-03')];
  for (let entry = 0; facts.length < factCount; entry++) {
    const month = 4 + entry;
    const entryId = `0190b2c1-7a2e-7c00-8000-${String(entry).padStart(12, '0')}`;
    const completedOn = '2027-04-01';
    const course = {
      entryId,
      title: 'Linked data for technical services',
      provider: 'Hill College',
      hours: 1.5,
      completedOn,
      fileIds: [],
    };
    facts.push(logged('education-logged', month, `logged-${entry}`, course));
    if (facts.length < factCount) {
      facts.push(
        logged('education-judged', month, `judged-${entry}`, {
          entryId,
          verdict: 'accepted',
          reason: 'Certificate of attendance.',
        }),
      );
    }
  }
  return facts;
}

function microsecondsPerCall(work: () => unknown): number {
  const begun = process.hrtime.bigint();
  for (let call = 0; call < callsPerRound; call++) work();
  return Number(process.hrtime.bigint() - begun) / 1000 / callsPerRound;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const facts = ledger();
const json = JSON.stringify(facts);
const at = noon('2029-03-01');
const parsing: number[] = [];
const standings: number[] = [];
for (let round = 0; round < rounds; round++) {
  // Side by side in every round, so that a busy machine slows both.
  parsing.push(microsecondsPerCall(() => JSON.parse(json)));
  standings.push(microsecondsPerCall(() => standing(calt, facts, at)));
}
const warm = Math.floor(rounds / 4);
const parseMicroseconds = median(parsing.slice(warm));
const standingMicroseconds = median(standings.slice(warm));
const ratio = standingMicroseconds / parseMicroseconds;
const round2 = (value: number): number => Math.round(value * 100) / 100;

process.stdout.write(
  `${JSON.stringify({
    bench: 'standing',
    facts: facts.length,
    bytes: json.length,
    standingMicroseconds: round2(standingMicroseconds),
    parseMicroseconds: round2(parseMicroseconds),
    ratio: round2(ratio),
    limit,
  })}\n`,
);
process.stdout.write(
  `standing() of ${facts.length} facts takes ${round2(ratio)} times as long as JSON.parse of the same facts; the limit is ${limit}.\n`,
);
if (!(ratio <= limit)) process.exitCode = 1;
