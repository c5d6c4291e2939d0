import { candidateContract } from './contract/candidate.ts';
import { staffContract } from './contract/staff.ts';

export const candidaciesContract = { ...candidateContract, ...staffContract };
