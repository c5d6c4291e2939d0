import { interviewContract } from './contract/interview.ts';
import { planContract } from './contract/plan.ts';
import { practiceContract } from './contract/practice.ts';

export const guideContract = { ...interviewContract, ...planContract, ...practiceContract };
