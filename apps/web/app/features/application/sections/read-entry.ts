import type { FieldError } from '../../../forms/form-problem.ts';
import { readDate } from '../../../parts/date-parts.ts';
import type { Translate } from '../../../text/format.ts';
import type { EducationEntry, ExperienceEntry } from './entries.ts';
import type { messages } from './section-messages.ts';

type T = Translate<typeof messages>;
type Read<E> =
  | { readonly ok: true; readonly entry: E }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

const failed = (errors: readonly (FieldError | false)[]): readonly FieldError[] =>
  errors.filter((error) => error !== false);

/** A job as it was entered. What can only be known on the server, such as today's date there, the API checks. */
export const readExperience = (form: FormData, id: string, fileIds: string[], t: T): Read<ExperienceEntry> => {
  const [employer, position, setting] = [textOf(form, 'employer'), textOf(form, 'position'), textOf(form, 'setting')];
  const from = readDate(form, 'from');
  const to = readDate(form, 'to');
  const goesOn = !to.ok && to.reason === 'empty';
  const percent = textOf(form, 'fullTimePercent').replace(/\s*%$/, '');
  const fullTimePercent = Number(percent);
  const isShare = /^\d{1,3}$/.test(percent) && fullTimePercent >= 1 && fullTimePercent <= 100;
  const errors = failed([
    employer === '' && { name: 'employer', message: t('enterEmployer') },
    position === '' && { name: 'position', message: t('enterPosition') },
    setting === '' && { name: 'setting', message: t('chooseSetting') },
    !from.ok && { name: 'from', message: t('enterFrom') },
    !to.ok && !goesOn && { name: 'to', message: t('enterTo') },
    !isShare && { name: 'fullTimePercent', message: t('enterShare') },
  ]);
  if (errors.length > 0 || !from.ok) return { ok: false, errors };
  const entry = { id, employer, position, setting, from: from.date, fullTimePercent, fileIds };
  return { ok: true, entry: to.ok ? { ...entry, to: to.date } : entry };
};

const levels = ['secondary', 'certificate', 'associate', 'bachelor', 'master', 'doctorate'] as const;

/** A degree as it was entered. */
export const readEducation = (form: FormData, id: string, fileIds: string[], t: T): Read<EducationEntry> => {
  const [institution, field] = [textOf(form, 'institution'), textOf(form, 'field')];
  const level = levels.find((known) => known === textOf(form, 'level'));
  const awardedOn = readDate(form, 'awardedOn');
  const accredited = textOf(form, 'accredited');
  const errors = failed([
    institution === '' && { name: 'institution', message: t('enterInstitution') },
    level === undefined && { name: 'level', message: t('chooseLevel') },
    field === '' && { name: 'field', message: t('enterField') },
    !awardedOn.ok && { name: 'awardedOn', message: t('enterAwardedOn') },
    accredited !== 'yes' && accredited !== 'no' && { name: 'accredited', message: t('chooseAccredited') },
  ]);
  if (errors.length > 0 || level === undefined || !awardedOn.ok) return { ok: false, errors };
  const entry = { id, institution, level, field, awardedOn: awardedOn.date, accredited: accredited === 'yes', fileIds };
  return { ok: true, entry };
};

/** The degrees that can be chosen, lowest first. */
export const degreeChoices = levels;
