import { actions } from './en/actions.ts';
import { application } from './en/application.ts';
import { assessments } from './en/assessments.ts';
import { deadlines } from './en/deadlines.ts';
import { fees } from './en/fees.ts';
import { flags } from './en/flags.ts';
import { guide } from './en/guide.ts';
import { keeping } from './en/keeping.ts';
import { status } from './en/status.ts';
import { words } from './en/words.ts';

/**
 * What the package says, in English: one message a code. Values stand in braces, with how they are written:
 * `date` and `month` take ISO dates and instants; `money` takes minor units and reads the value `currency`; `years`,
 * `hours` and `number` take numbers; `units` takes hours of continuing education and reads the value `unit`, `hours` or
 * `credits`; `period` takes an ISO 8601 period; `level` a degree level. A translation has the same codes and values.
 */
export const en = {
  ...words,
  ...application,
  ...assessments,
  ...fees,
  ...keeping,
  ...guide,
  ...status,
  ...actions,
  ...deadlines,
  ...flags,
} as const;
