import type { Api } from '../../api.ts';
import { type FieldError, invalidForm } from '../../forms/form-problem.ts';
import { once } from '../../forms/idempotency.tsx';
import { fieldOf } from '../../staff/field-of.ts';
import { refusedAct } from '../../staff/refused-act.ts';
import type { Translate } from '../../text/format.ts';
import type { messages } from './messages.ts';

interface Judged {
  readonly api: Api;
  readonly candidacyId: string;
  readonly form: FormData;
  readonly t: Translate<typeof messages>;
}

const factors = [1, 1.25, 1.5, 2] as const;

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** What one of the forms of the page gives as its subject, so that its fields are told apart from those of others. */
const subjectOf = (form: FormData): string => {
  switch (form.get('act')) {
    case 'judge-requirement':
      return textOf(form, 'requirement');
    case 'judge-education':
      return textOf(form, 'entryId');
    case 'judge-membership':
      return 'membership';
    default:
      return 'accommodation';
  }
};

const missing = ({ form, t }: Judged, subject: string): FieldError[] => {
  const errors: FieldError[] = [];
  const accepts = form.get('act') === 'judge-requirement' && form.get('verdict') === 'accepted';
  const entries = fieldOf('entryIds', subject);
  if (accepts && form.has('several') && form.getAll(entries).length === 0) {
    errors.push({ name: entries, message: t('chooseEntry') });
  }
  const time = fieldOf('timeMultiplier', subject);
  if (form.get('granted') === 'yes' && !form.has(time)) errors.push({ name: time, message: t('chooseTime') });
  const reason = fieldOf('reason', subject);
  if (textOf(form, reason).length < 3) errors.push({ name: reason, message: t('enterReason') });
  return errors;
};

const send = async ({ api, candidacyId, form }: Judged, subject: string): Promise<void> => {
  const reason = textOf(form, fieldOf('reason', subject));
  const verdict = textOf(form, 'verdict');
  switch (form.get('act')) {
    case 'judge-requirement': {
      const entryIds = form.getAll(fieldOf('entryIds', subject)).map(String);
      const claimDeclaredAt = textOf(form, 'claimDeclaredAt');
      const chosen = verdict === 'accepted' ? 'accepted' : verdict === 'more-needed' ? 'more-needed' : 'not-accepted';
      const entries = chosen === 'accepted' && form.has('several') ? { entryIds } : {};
      const judged = {
        candidacyId,
        requirement: subject,
        claimDeclaredAt,
        verdict: chosen,
        reason,
        ...entries,
      } as const;
      await api.candidacies.judgeRequirement(judged, once(form));
      return;
    }
    case 'judge-education': {
      const chosen = verdict === 'accepted' ? 'accepted' : 'not-accepted';
      await api.renewals.judgeEducation({ candidacyId, entryId: subject, verdict: chosen, reason }, once(form));
      return;
    }
    case 'judge-membership': {
      const verified = form.get('verified') === 'yes';
      await api.candidacies.judgeMembership({ candidacyId, verified, reason }, once(form));
      return;
    }
    default: {
      const granted = form.get('granted') === 'yes';
      const asked = Number(form.get(fieldOf('timeMultiplier', subject)));
      const timeMultiplier = granted ? (factors.find((factor) => factor === asked) ?? 1) : 1;
      await api.candidacies.decideAccommodation({ candidacyId, granted, timeMultiplier, reason }, once(form));
    }
  }
};

/** Records a verdict of the review page. Undefined once it is recorded, else the form with what is wrong. */
export const judge = async (judged: Judged) => {
  const subject = subjectOf(judged.form);
  const errors = missing(judged, subject);
  if (errors.length > 0) return invalidForm(judged.form, errors);
  try {
    await send(judged, subject);
    return undefined;
  } catch (error) {
    return refusedAct(judged.form, error, (path) => fieldOf(path, subject));
  }
};

/** Where the page is to be read on: what was just judged. */
export const placeOf = (form: FormData): string => {
  const act = form.get('act');
  if (act === 'judge-education') return '#continuing-education';
  if (act === 'judge-requirement') return `#requirement-${subjectOf(form)}`;
  return `#${subjectOf(form)}`;
};
