import { data } from 'react-router';
import type { Api } from '../../api.ts';
import { apiProblemOf } from '../../loading/refusal.ts';

export type StatementRequest = Awaited<ReturnType<Api['candidacies']['getStatementRequest']>>;
export type References = Extract<StatementRequest['about'], { kind: 'references' }>;
export type Training = Extract<StatementRequest['about'], { kind: 'training' }>;
export type FormEntry = References['form'][number];

/** A link that cannot be opened, in the API's words, which say what to do. */
export interface Closed {
  readonly isOver: boolean;
  readonly message: string;
}

const isOver = (code: string): boolean => code === 'candidacies.link-invalid';

/** What the link asks for, or why it cannot be opened. */
export const loadRequest = async (api: Api, token: string) => {
  try {
    return data({ request: await api.candidacies.getStatementRequest({ token }), closed: undefined });
  } catch (error) {
    const problem = apiProblemOf(error);
    if (problem === undefined || problem.status >= 500) throw error;
    const closed: Closed = { isOver: isOver(problem.code) || problem.status === 422, message: problem.message };
    return data({ request: undefined, closed }, { status: isOver(problem.code) ? 404 : problem.status });
  }
};

/** Whether it ran out or was answered while the page stood open. */
export const isLinkOver = (error: unknown): boolean => isOver(apiProblemOf(error)?.code ?? '');

const pages = { references: 'reference', training: 'attest' } as const;

/** Where a request of this kind is answered. */
export const statementPath = (token: string, kind: StatementRequest['about']['kind'], rest = ''): string =>
  `/${pages[kind]}/${token}${rest}`;

/** Named by its place: what an entry is called in a program must not decide whether it is kept. */
export const answerName = (index: number): string => `answer.${index}`;
