import { ratingsContract } from './contract/ratings.ts';
import { resultsContract } from './contract/results.ts';

export const scoringContract = { ...ratingsContract, ...resultsContract };
