import type { Presentation } from '@testamur/psychometrics';
import { createPdfRenderer } from '@testamur/server/pdf';
import { CommandError } from '../shell/errors.ts';
import { writeResult } from './write-result.ts';

/**
 * Sets a presentation as a PDF and writes it.
 *
 * @throws CommandError when the file does not end in .pdf or cannot be written.
 */
export async function writeReport(file: string, presentation: Presentation, organization = ''): Promise<void> {
  if (!file.endsWith('.pdf')) throw new CommandError(`${file}: a report ends in .pdf.`);
  const renderer = createPdfRenderer();
  const pdf = await renderer.render('statistics', {
    language: 'en-US',
    demonstration: false,
    createdAt: new Date().toISOString(),
    organization: { name: organization, abbreviation: organization },
    ...presentation,
  });
  await writeResult(file, pdf);
}
