import { type Program, topicTitle } from '@testamur/program';
import {
  type AssessmentItem,
  authorView,
  candidateView,
  type ItemResponse,
  isAnswered,
  maxScore,
  plainText,
  responsesOf,
  scoreItem,
  seedOf,
  startItem,
} from '@testamur/qti';
import { Problem } from '../../kernel/index.ts';
import type { Call } from '../../platform/http/index.ts';
import { locate, type NamedProgram } from './locate.ts';
import { listPractice, type PracticeItem } from './practice-store.ts';

const testsOf = ({ preparation }: Program) =>
  (preparation?.materials ?? []).filter(({ kind }) => kind === 'practice-test');

const topicOf = (program: Program, id: string) => ({ id, title: topicTitle(program, id) });

const open = async ({ trx }: Call, named: NamedProgram) => {
  const { organization, program } = await locate(trx, named);
  const items = await listPractice(trx, organization.id, program.id);
  if (items.length > 0) return { program, items };
  const message = `There are no practice items for ${program.abbreviation}. The handbook says what is assessed.`;
  throw new Problem('not-found', 'guide.no-practice', message);
};

/** Those of the topics that a practice test draws from; all where no test is named. */
const drawn = (program: Program, items: readonly PracticeItem[], material: string | undefined) => {
  if (material === undefined) return items;
  const test = testsOf(program).find(({ id }) => id === material);
  if (test) return items.filter(({ topic }) => test.topics === undefined || test.topics.includes(topic));
  const known = testsOf(program).map(({ id }) => id);
  const choices = known.length === 0 ? 'It names none.' : `Choose one of: ${known.join(', ')}.`;
  const message = `${program.abbreviation} has no practice test "${material}". ${choices}`;
  throw new Problem('not-found', 'guide.no-such-material', message);
};

const responseIdentifiersOf = (item: AssessmentItem) => item.responses.map(({ identifier }) => identifier);

/** Who practices may try every support that an item has. */
const supportsOf = ({ catalogs }: AssessmentItem) => [
  ...new Set(catalogs.flatMap(({ cards }) => cards.map(({ support }) => support))),
];

export const getPractice = async (call: Call, named: NamedProgram & { readonly material?: string | undefined }) => {
  const { program, items } = await open(call, named);
  return {
    programId: program.id,
    abbreviation: program.abbreviation,
    title: program.title,
    tests: testsOf(program).map(({ id, title, description }) => ({
      id,
      title,
      description,
      items: drawn(program, items, id).length,
    })),
    items: drawn(program, items, named.material).map(({ identifier, topic, item }) => ({
      identifier,
      topic: topicOf(program, topic),
      item: candidateView(item, {
        session: startItem(item, { seed: seedOf(identifier) }),
        supports: supportsOf(item),
      }),
      responseIdentifiers: responseIdentifiersOf(item),
    })),
  };
};

const noSuchItem = (identifier: string) => {
  const message = `There is no practice item "${identifier}" any more. Load the practice items again.`;
  return new Problem('invalid', 'guide.no-such-item', message, [{ path: `responses.${identifier}`, message }]);
};

/** Scores one response; keys and rationale go out with it. */
const scoreOne = ({ identifier, topic, item }: PracticeItem, response: ItemResponse) => {
  const scored = scoreItem(item, responsesOf(responseIdentifiersOf(item), response), { seed: seedOf(identifier) });
  if (!scored.ok) {
    const why = scored.reason === 'invalid-response' ? ` ${scored.errors.map(({ text }) => `${text}.`).join(' ')}` : '';
    const message = `What was sent is no answer of the item "${identifier}".${why}`;
    throw new Problem('invalid', 'guide.no-such-item', message, [{ path: `responses.${identifier}`, message }]);
  }
  const [score, most] = [scored.score ?? 0, maxScore(item) ?? 0];
  return {
    topic,
    score,
    maxScore: most,
    report: {
      identifier,
      correct: most > 0 && score >= most,
      score,
      maxScore: most,
      response,
      key: {
        ...Object.fromEntries(item.responses.map((declared) => [declared.identifier, declared.correct])),
        ...scored.session.correct,
      },
      item: candidateView(item, { session: scored.session, showFeedback: true, supports: supportsOf(item) }),
      rationale: plainText(authorView(item).rationale),
    },
  };
};

export const scorePractice = async (
  call: Call,
  { responses, ...named }: NamedProgram & { readonly responses: Readonly<Record<string, ItemResponse>> },
) => {
  const { program, items } = await open(call, named);
  const unknown = Object.keys(responses).find((id) => !items.some(({ identifier }) => identifier === id));
  if (unknown !== undefined) throw noSuchItem(unknown);
  const scored = items.flatMap((item) => {
    const response = responses[item.identifier];
    return response === undefined || !isAnswered(response) ? [] : [scoreOne(item, response)];
  });
  const byTopic = Map.groupBy(scored, ({ topic }) => topic);
  const sum = (parts: readonly { score: number; maxScore: number }[]) => ({
    score: parts.reduce((points, { score }) => points + score, 0),
    maxScore: parts.reduce((points, part) => points + part.maxScore, 0),
  });
  return {
    ...sum(scored),
    topics: [...byTopic].map(([topic, parts]) => ({ ...topicOf(program, topic), ...sum(parts) })),
    items: scored.map(({ report }) => report),
  };
};
