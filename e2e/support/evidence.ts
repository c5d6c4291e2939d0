import { evidencePdf } from '../../apps/server/src/seed/life/evidence.ts';

/** A file as a browser's file picker hands it over. */
export interface Picked {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A PDF of one page that stands for a piece of evidence. */
export const evidence = async (name: string): Promise<Picked> => {
  const file = evidencePdf(name, [name, 'Made up for a test.']);
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(await file.arrayBuffer()) };
};
