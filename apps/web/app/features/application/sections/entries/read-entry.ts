import type { Program } from '@testamur/program';
import type { FieldError } from '../../../../forms/form-problem.ts';
import { readDate } from '../../../../parts/date-parts.ts';
import type { Translate } from '../../../../text/format.ts';
import type { messages } from '../section-messages.ts';
import type { EducationEntry, ExperienceEntry } from './entries.ts';
import { failed, type Read, textOf } from './read-form.ts';

type T = Translate<typeof messages>;

/** The lists of the program from which an entry names one. */
export type Lists = Pick<Program, 'roles' | 'fields' | 'accreditors'>;

/** A job as it was entered. What can only be known on the server, such as today's date there, the API checks. */
export const readExperience = (
  form: FormData,
  { id, fileIds }: Pick<ExperienceEntry, 'id' | 'fileIds'>,
  { roles }: Lists,
  t: T,
): Read<ExperienceEntry> => {
  const [employer, position, setting] = [textOf(form, 'employer'), textOf(form, 'position'), textOf(form, 'setting')];
  const role = textOf(form, 'role');
  const from = readDate(form, 'from');
  const to = readDate(form, 'to');
  const goesOn = !to.ok && to.reason === 'empty';
  const percent = textOf(form, 'fullTimePercent').replace(/\s*%$/, '');
  const fullTimePercent = Number(percent);
  const isShare = /^\d{1,3}$/.test(percent) && fullTimePercent >= 1 && fullTimePercent <= 100;
  const errors: readonly FieldError[] = failed([
    employer === '' && { name: 'employer', message: t('enterEmployer') },
    position === '' && { name: 'position', message: t('enterPosition') },
    roles !== undefined && role === '' && { name: 'role', message: t('chooseRole') },
    setting === '' && { name: 'setting', message: t('chooseSetting') },
    !from.ok && { name: 'from', message: t('enterFrom') },
    !to.ok && !goesOn && { name: 'to', message: t('enterTo') },
    !isShare && { name: 'fullTimePercent', message: t('enterShare') },
  ]);
  if (errors.length > 0 || !from.ok) return { ok: false, errors };
  const entry = {
    ...{ id, employer, position, setting, from: from.date, fullTimePercent, fileIds },
    ...(roles === undefined ? {} : { role }),
  };
  return { ok: true, entry: to.ok ? { ...entry, to: to.date } : entry };
};

const levels = ['secondary', 'certificate', 'associate', 'bachelor', 'master', 'doctorate'] as const;

/** A degree as it was entered. */
export const readEducation = (
  form: FormData,
  { id, fileIds }: Pick<EducationEntry, 'id' | 'fileIds'>,
  { fields, accreditors }: Lists,
  t: T,
): Read<EducationEntry> => {
  const [institution, field, fieldId] = [textOf(form, 'institution'), textOf(form, 'field'), textOf(form, 'fieldId')];
  const level = levels.find((known) => known === textOf(form, 'level'));
  const awardedOn = readDate(form, 'awardedOn');
  const accredited = textOf(form, 'accredited');
  const accreditedBy = textOf(form, 'accreditedBy');
  const asksBy = accreditors !== undefined && accredited === 'yes';
  const errors = failed([
    institution === '' && { name: 'institution', message: t('enterInstitution') },
    level === undefined && { name: 'level', message: t('chooseLevel') },
    field === '' && { name: 'field', message: t('enterField') },
    fields !== undefined && fieldId === '' && { name: 'fieldId', message: t('chooseFieldId') },
    !awardedOn.ok && { name: 'awardedOn', message: t('enterAwardedOn') },
    accredited !== 'yes' && accredited !== 'no' && { name: 'accredited', message: t('chooseAccredited') },
    asksBy && accreditedBy === '' && { name: 'accreditedBy', message: t('chooseAccreditedBy') },
  ]);
  if (errors.length > 0 || level === undefined || !awardedOn.ok) return { ok: false, errors };
  return {
    ok: true,
    entry: {
      ...{ id, institution, level, field, awardedOn: awardedOn.date, accredited: accredited === 'yes', fileIds },
      ...(fields === undefined ? {} : { fieldId }),
      ...(asksBy ? { accreditedBy } : {}),
    },
  };
};

/** The degrees that can be chosen, lowest first. */
export const degreeChoices = levels;
