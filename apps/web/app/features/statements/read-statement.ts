import type { FieldError } from '../../forms/form-problem.ts';
import { readDate } from '../../parts/date-parts.ts';
import type { Translate } from '../../text/format.ts';
import type { messages } from './messages.ts';
import { answerName, type FormEntry, type References, type StatementRequest, type Training } from './statement.ts';

type T = Translate<typeof messages>;
type Answer = string | number | boolean;

/** A statement as the API takes it. */
export interface Statement {
  readonly confirmed: boolean;
  readonly signedName: string;
  readonly answers: Record<string, Answer>;
  readonly completedOn?: string;
  readonly remark?: string;
}

type Read =
  | { readonly ok: true; readonly statement: Statement }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

const yesNo = (form: FormData, name: string): boolean | undefined => {
  const value = textOf(form, name);
  return value === 'yes' ? true : value === 'no' ? false : undefined;
};

const answerOf = (form: FormData, { kind }: FormEntry, name: string): Answer | undefined => {
  const text = textOf(form, name);
  switch (kind) {
    case 'text':
      return text === '' ? undefined : text;
    case 'rating':
      return /^[1-5]$/.test(text) ? Number(text) : undefined;
    case 'yes-no':
      return yesNo(form, name);
  }
};

const missingWords = { text: 'enterText', rating: 'chooseRating', 'yes-no': 'chooseYesNo' } as const;

interface Reading {
  readonly form: FormData;
  readonly request: StatementRequest;
  readonly t: T;
}

const unsigned = (signedName: string, t: T): readonly FieldError[] =>
  signedName === '' ? [{ name: 'signedName', message: t('enterName') }] : [];

const readReference = ({ form, request, t }: Reading, about: References): Read => {
  const answers: Record<string, Answer> = {};
  const errors: FieldError[] = [];
  for (const [index, entry] of about.form.entries()) {
    const name = answerName(index);
    const answer = answerOf(form, entry, name);
    if (answer === undefined) errors.push({ name, message: t(missingWords[entry.kind], { prompt: entry.prompt }) });
    else answers[entry.id] = answer;
  }
  const confirmed = yesNo(form, 'confirmed');
  if (confirmed === undefined) {
    errors.push({ name: 'confirmed', message: t('chooseRecommend', { candidate: request.candidateName }) });
  }
  const signedName = textOf(form, 'signedName');
  errors.push(...unsigned(signedName, t));
  if (errors.length > 0 || confirmed === undefined) return { ok: false, errors };
  return { ok: true, statement: { confirmed, signedName, answers } };
};

const readAttestation = ({ form, t }: Reading, _about: Training): Read => {
  const confirmed = yesNo(form, 'confirmed');
  const completedOn = readDate(form, 'completedOn');
  const remark = textOf(form, 'remark');
  const signedName = textOf(form, 'signedName');
  const errors: readonly FieldError[] = [
    ...(confirmed === undefined ? [{ name: 'confirmed', message: t('chooseConfirm') }] : []),
    ...(confirmed === true && !completedOn.ok ? [{ name: 'completedOn', message: t('enterCompleted') }] : []),
    ...(confirmed === false && remark === '' ? [{ name: 'remark', message: t('enterRemark') }] : []),
    ...unsigned(signedName, t),
  ];
  if (errors.length > 0 || confirmed === undefined) return { ok: false, errors };
  // What belongs to the other answer is left behind.
  const detail = confirmed ? (completedOn.ok ? { completedOn: completedOn.date } : {}) : { remark };
  return { ok: true, statement: { confirmed, signedName, answers: {}, ...detail } };
};

/** What was entered, or every field that has to be mended in the order of the form. */
export const readStatement = (reading: Reading): Read => {
  const { about } = reading.request;
  return about.kind === 'references' ? readReference(reading, about) : readAttestation(reading, about);
};

/** The field that a path of the API's input is about. */
export const fieldOf =
  ({ about }: StatementRequest) =>
  (path: string): string => {
    const [, id] = /^answers\.(.+)$/.exec(path) ?? [];
    if (id === undefined || about.kind !== 'references') return path;
    const index = about.form.findIndex((entry) => entry.id === id);
    return index < 0 ? '' : answerName(index);
  };
