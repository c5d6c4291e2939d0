import type { Translate } from '../../../../text/format.ts';
import type { messages } from '../section-messages.ts';
import type { EntryKind, StatedEntry } from './entries.ts';
import { type Lists, readEducation, readExperience } from './read-entry.ts';
import type { Read } from './read-form.ts';
import { readCourse, readPaper } from './read-paper.ts';

interface Reading {
  readonly kind: EntryKind;
  readonly id: string;
  readonly fileIds: string[];
  readonly program: Lists;
  readonly t: Translate<typeof messages>;
}

const stating = <E>(read: Read<E>, as: (entry: E) => StatedEntry): Read<StatedEntry> =>
  read.ok ? { ok: true, entry: as(read.entry) } : read;

/** One entry as it was entered, by the kind of the requirement. */
export const readStated = (form: FormData, { kind, id, fileIds, program, t }: Reading): Read<StatedEntry> => {
  const own = { id, fileIds };
  switch (kind) {
    case 'experience':
      return stating(readExperience(form, own, program, t), (entry) => ({ kind, entry }));
    case 'education':
      return stating(readEducation(form, own, program, t), (entry) => ({ kind, entry }));
    case 'course':
      return stating(readCourse(form, own, t), (entry) => ({ kind, entry }));
    case 'document':
    case 'work-samples':
      return stating(readPaper(form, own, t), (entry) => ({ kind, entry }));
  }
};
