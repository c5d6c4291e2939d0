import { redirect } from 'react-router';
import { load } from '../../loading/load.ts';
import type { Route } from './+types/apply';
import { applyPath, broughtAnswers } from './answers.ts';

/** To the application of a program by its name alone, answers of the interview included. */
export const loader = load(async ({ params, request }: Route.LoaderArgs, { api }) => {
  const { organization, program } = await api.programs.findProgram({ programId: params.programId });
  throw redirect(applyPath(organization, program.id, broughtAnswers(new URL(request.url)) ?? {}));
});
