import { readDate } from '../../../../parts/date-parts.ts';
import type { Translate } from '../../../../text/format.ts';
import type { messages } from '../section-messages.ts';
import type { CourseEntry, PaperEntry } from './entries.ts';
import { failed, type Read, textOf } from './read-form.ts';

type T = Translate<typeof messages>;

/** Hours in halves and the like are entered with a point or a comma. */
const hoursIn = (text: string): number => (/^\d{1,5}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : 0);

/** A course as it was entered. */
export const readCourse = (
  form: FormData,
  { id, fileIds }: Pick<CourseEntry, 'id' | 'fileIds'>,
  t: T,
): Read<CourseEntry> => {
  const [title, provider] = [textOf(form, 'title'), textOf(form, 'provider')];
  const hours = hoursIn(textOf(form, 'hours'));
  const completedOn = readDate(form, 'completedOn');
  const errors = failed([
    title === '' && { name: 'title', message: t('enterCourse') },
    provider === '' && { name: 'provider', message: t('enterProvider') },
    (hours <= 0 || hours > 10_000) && { name: 'hours', message: t('enterHours') },
    !completedOn.ok && { name: 'completedOn', message: t('enterCompletedOn') },
  ]);
  if (errors.length > 0 || !completedOn.ok) return { ok: false, errors };
  return { ok: true, entry: { id, title, provider, hours, completedOn: completedOn.date, fileIds } };
};

/** A paper or a piece of work as it was entered; it is nothing without its file. */
export const readPaper = (
  form: FormData,
  { id, fileIds }: Pick<PaperEntry, 'id' | 'fileIds'>,
  t: T,
): Read<PaperEntry> => {
  const title = textOf(form, 'title');
  const issuedOn = readDate(form, 'issuedOn');
  const errors = failed([
    title === '' && { name: 'title', message: t('enterPaper') },
    !issuedOn.ok && { name: 'issuedOn', message: t('enterIssuedOn') },
    fileIds.length === 0 && { name: 'files', message: t('addFile') },
  ]);
  if (errors.length > 0 || !issuedOn.ok) return { ok: false, errors };
  return { ok: true, entry: { id, title, issuedOn: issuedOn.date, fileIds } };
};
