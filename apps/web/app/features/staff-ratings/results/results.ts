import type { Api } from '../../../api.ts';
import { allRows } from '../../../staff/all-rows.ts';

export type Result = Awaited<ReturnType<Api['scoring']['listResults']>>['results'][number];

/** Enough points in all are not enough where a program asks for a minimum in each part. */
export const outcomeWords = ({ passed, score, passMark }: Pick<Result, 'passed' | 'score' | 'passMark'>) => {
  if (passed) return 'passed' as const;
  return score >= passMark ? ('notPassedPart' as const) : ('notPassed' as const);
};

/** All results, or all that wait for their release. */
export const allResults = (api: Api, organization: string, waiting: boolean): Promise<readonly Result[]> =>
  allRows(async (page) => {
    const asked = { organization, page, waiting: waiting ? 'true' : 'false' } as const;
    const { results, total } = await api.scoring.listResults(asked);
    return { rows: results, total };
  });
