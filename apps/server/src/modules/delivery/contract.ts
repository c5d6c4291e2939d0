import { courseContract } from './contract/course.ts';
import { examContract } from './contract/exam.ts';
import { portfolioContract } from './contract/portfolio.ts';

export const deliveryContract = { ...examContract, ...portfolioContract, ...courseContract };
