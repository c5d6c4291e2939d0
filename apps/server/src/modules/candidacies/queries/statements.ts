import type { Standing } from '@testamur/program';
import type { Reader } from '../rules/history.ts';
import { type Answers, readForm } from '../rules/statement-form.ts';
import { domainOf, findAsking } from '../rules/statement-requests.ts';
import { relationLabel } from '../rules/statement-words.ts';
import type { StatementRequest } from '../statements.ts';
import type { Candidacy } from '../store.ts';

const stateOf = ({ state, requestedAt, until, setAside }: Standing['statements'][number]) => ({
  state,
  requestedAt,
  until,
  ...(setAside === undefined ? {} : { setAside }),
});

/** What was said, as far as it is for this reader: of a reference, a candidate learns that it was given. */
const saidOf = (
  { given }: StatementRequest,
  { confirmed }: Standing['statements'][number],
  asking: ReturnType<typeof findAsking>,
  { isCandidate, mayReadStatements }: Reader,
) => {
  if (!given || !asking) return {};
  const givenAt = given.at.toISOString();
  const isTheirs = isCandidate && asking.kind === 'training';
  if (!mayReadStatements && !isTheirs) return { givenAt };
  const { completedOn, remark, signedName, answers } = given;
  return {
    givenAt,
    ...(confirmed === undefined ? {} : { confirmed }),
    ...(completedOn === undefined ? {} : { completedOn }),
    ...(remark === undefined ? {} : { remark }),
    signedName,
    ...answersOf(asking, answers),
  };
};

const answersOf = (asking: NonNullable<ReturnType<typeof findAsking>>, answers: Answers) =>
  asking.kind === 'references' ? { answers: readForm(asking, answers) } : {};

/** Everybody who was asked, oldest first. */
export const viewOfStatements = (
  { program, standing }: Candidacy,
  requests: readonly StatementRequest[],
  reader: Reader,
) =>
  standing.statements.flatMap((statement) => {
    const request = requests.find(({ id }) => id === statement.requestId);
    if (!request) return [];
    const asking = findAsking(program, statement.requirement);
    const relation = asking && relationLabel(asking, request.relation);
    return [
      {
        requestId: request.id,
        requirement: request.requirement,
        name: request.name,
        ...(reader.isCandidate ? { email: request.email } : {}),
        emailDomain: domainOf(request.email),
        ...(relation === undefined ? {} : { relation }),
        mailedAt: request.mailedAt.toISOString(),
        ...stateOf(statement),
        ...saidOf(request, statement, asking, reader),
      },
    ];
  });
