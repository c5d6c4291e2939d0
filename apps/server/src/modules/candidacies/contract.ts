import { beginningContract } from './contract/beginning.ts';
import { candidateContract } from './contract/candidate.ts';
import { refundsContract } from './contract/refunds.ts';
import { staffContract } from './contract/staff.ts';
import { statementsContract } from './contract/statements.ts';

export const candidaciesContract = {
  ...beginningContract,
  ...candidateContract,
  ...refundsContract,
  ...statementsContract,
  ...staffContract,
};
