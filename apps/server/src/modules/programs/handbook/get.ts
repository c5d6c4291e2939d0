import type { Scope } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { getEdition } from '../store.ts';
import { handbookDocument } from './document.ts';

/** Handbooks that are kept; an edition never changes, so that one is set once. */
const mostKept = 50;
const kept = new Map<string, Promise<Buffer>>();

const remember = (key: string, make: () => Promise<Buffer>): Promise<Buffer> => {
  const known = kept.get(key);
  if (known) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return made;
};

/** @throws Problem `programs.no-such-program`. */
export const getHandbookPdf = async (
  { pdf }: Pick<Platform, 'pdf'>,
  { trx, organization }: Scope,
  programId: string,
  edition?: string,
): Promise<File> => {
  const { program, publishedAt } = await getEdition(trx, organization.id, programId, edition);
  const demonstration = organization.kind !== 'live';
  const key = `${organization.id}/${organization.kind}/${program.id}/${program.edition}`;
  const bytes = await remember(key, () =>
    pdf.render('handbook', handbookDocument(program, publishedAt, demonstration)),
  );
  return new File([new Uint8Array(bytes)], `Handbook ${program.abbreviation} ${program.edition}.pdf`, {
    type: 'application/pdf',
  });
};
