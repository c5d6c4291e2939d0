import type { Command } from '../shell/command.ts';
import { auditVerify } from './audit-verify.ts';
import { credentialBake } from './credential-bake.ts';
import { credentialExtract } from './credential-extract.ts';
import { credentialInspect } from './credential-inspect.ts';
import { credentialIssue } from './credential-issue.ts';
import { credentialKey } from './credential-key.ts';
import { credentialVerify } from './credential-verify.ts';
import { keysCompromise } from './keys-compromise.ts';
import { keysList } from './keys-list.ts';
import { keysRotate } from './keys-rotate.ts';
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
import { servePublishedCommand } from './serve-published.ts';
import { statsAngoff } from './stats-angoff.ts';
import { statsAssemble } from './stats-assemble.ts';
import { statsBookmark } from './stats-bookmark.ts';
import { statsBorderline } from './stats-borderline.ts';
import { statsCalibrate } from './stats-calibrate.ts';
import { statsClassical } from './stats-classical.ts';
import { statsContrasting } from './stats-contrasting.ts';
import { statsDecision } from './stats-decision.ts';
import { statsDif } from './stats-dif.ts';
import { statsEquate } from './stats-equate.ts';
import { statsFit } from './stats-fit.ts';
import { statsForensics } from './stats-forensics.ts';
import { statsHofstee } from './stats-hofstee.ts';
import { statsLink } from './stats-link.ts';
import { statsRaters } from './stats-raters.ts';
import { statsReport } from './stats-report.ts';
import { statsScore } from './stats-score.ts';
import { vcApi } from './vc-api.ts';

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
  statsClassical,
  statsDecision,
  statsAngoff,
  statsBookmark,
  statsHofstee,
  statsContrasting,
  statsBorderline,
  statsCalibrate,
  statsFit,
  statsScore,
  statsLink,
  statsEquate,
  statsDif,
  statsRaters,
  statsForensics,
  statsAssemble,
  statsReport,
  credentialVerify,
  credentialInspect,
  credentialIssue,
  credentialKey,
  credentialBake,
  credentialExtract,
  vcApi,
  keysList,
  keysRotate,
  keysCompromise,
  auditVerify,
  servePublishedCommand,
];
