import { bind } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { guideContract } from './contract.ts';
import { readInterview } from './interview.ts';
import { getPlanCalendar, getPlanPdf, makePlan } from './plan.ts';
import { getPractice, scorePractice } from './practice.ts';
import { createPrintLimit } from './rules/print-limit.ts';

export const guideRoutes = (platform: Platform) => {
  const prints = createPrintLimit();
  return bind(platform.plumbing, 'guide', guideContract, {
    readInterview: (input, call) => readInterview(call, input),
    makePlan: (input, call) => makePlan(call, input),
    getPlanPdf: (input, call) => getPlanPdf(platform, prints, call, input),
    getPlanCalendar: (input, call) => getPlanCalendar(platform.config.PUBLIC_URL, call, input),
    getPractice: (input, call) => getPractice(call, input),
    scorePractice: (input, call) => scorePractice(call, input),
  });
};
