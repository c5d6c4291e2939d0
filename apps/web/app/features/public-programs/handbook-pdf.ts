import { fileResponse } from '../../loading/file-response.ts';
import { load } from '../../loading/load.ts';
import type { Route } from './+types/handbook-pdf';

/** The handbook of the latest edition, to print and to keep. */
export const loader = load(async ({ params: { programId } }: Route.LoaderArgs, { api }) => {
  const { organization, program } = await api.programs.findProgram({ programId });
  return fileResponse(await api.programs.getHandbookPdf({ organization, programId: program.id }), 'inline');
});
