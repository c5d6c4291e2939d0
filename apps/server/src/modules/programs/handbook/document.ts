import type { Program } from '@testamur/program';
import { formatDay } from '../../../kernel/index.ts';
import type { HandbookData } from '../../../platform/pdf/index.ts';
import { aboutChapter, glanceOf } from './about.ts';
import { assessmentChapter } from './assessment.ts';
import { eligibilityChapter } from './eligibility.ts';
import { feesChapter } from './fees.ts';
import { credentialChapter, keepingChapter } from './keeping.ts';
import { rightsChapter } from './rights.ts';

/**
 * The program file as the candidate handbook: all that ISO/IEC 17024:2012, 9.1 asks a body to tell those who want to be
 * certified. Prices that begin on a date stand with their dates; "at a glance" are those of the publication.
 */
export const handbookDocument = (program: Program, publishedAt: Date, demonstration: boolean): HandbookData => {
  const locale = 'en-US';
  const { organization, title, abbreviation, edition } = program;
  return {
    language: locale,
    demonstration,
    createdAt: publishedAt.toISOString(),
    organization: { name: organization.name, abbreviation: organization.abbreviation },
    notice: program.notice.text,
    program: { title, abbreviation, edition },
    summary: program.summary,
    glance: glanceOf(program, publishedAt, locale),
    chapters: [
      aboutChapter(program, locale),
      eligibilityChapter(program, locale),
      assessmentChapter(program, locale),
      feesChapter(program, locale),
      credentialChapter(program, locale),
      keepingChapter(program, locale),
      rightsChapter(program, locale),
    ],
    sources: program.sources.map(({ title: name, description, readOn }, index) => ({
      number: String(index + 1),
      title: name,
      description,
      readOn: formatDay(readOn, locale),
    })),
  };
};
