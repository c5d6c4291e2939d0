import { accountContract } from './contract/account.ts';
import { membersContract } from './contract/members.ts';
import { sessionsContract } from './contract/sessions.ts';

export const identityContract = { ...accountContract, ...sessionsContract, ...membersContract };
