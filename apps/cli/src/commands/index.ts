import type { Command } from '../shell/command.ts';
import { auditVerify } from './audit-verify.ts';
import { credentialInspect } from './credential-inspect.ts';
import { credentialVerify } from './credential-verify.ts';
import { programCheck } from './program-check.ts';
import { programDiff } from './program-diff.ts';
import { programQuote } from './program-quote.ts';
import { programStanding } from './program-standing.ts';
import { qtiCheck } from './qti-check.ts';
import { qtiConvert } from './qti-convert.ts';
import { qtiCorrect } from './qti-correct.ts';
import { qtiPreview } from './qti-preview.ts';
import { qtiScore } from './qti-score.ts';
import { rehearseCommand } from './rehearse.ts';

/** In the order of the overview. */
export const commands: readonly Command[] = [
  rehearseCommand,
  programCheck,
  programStanding,
  programQuote,
  programDiff,
  qtiCheck,
  qtiScore,
  qtiCorrect,
  qtiConvert,
  qtiPreview,
  credentialVerify,
  credentialInspect,
  auditVerify,
];
