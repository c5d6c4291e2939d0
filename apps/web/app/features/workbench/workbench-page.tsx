import { useMemo } from 'react';
import type { ShouldRevalidateFunctionArgs } from 'react-router';
import { requestContext } from '../../context.ts';
import { load } from '../../loading/load.ts';
import { refuse } from '../../loading/refusal.ts';
import { holds, staffPlace } from '../../staff/place.ts';
import { ownPrograms } from '../staff-programs/own-programs.ts';
import type { Route } from './+types/workbench-page';
import type { Keeping } from './keep/keeping.ts';
import { sendToBank } from './keep/send-to-bank.ts';
import { Workbench } from './workbench.tsx';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { organization, base } = place;
  if (!holds(place, 'psychometrician', 'program-manager', 'auditor')) {
    const { id } = args.context.get(requestContext);
    throw refuse(403, { code: 'platform.not-allowed', message: '', requestId: id });
  }
  const programs = await Promise.all(
    (await ownPrograms(inside.api, organization)).map(async ({ id, title }) => {
      const { program } = await inside.api.programs.getProgram({ organization, programId: id });
      return { id, title, topics: program.topics.map((topic) => ({ id: topic.id, title: topic.title })) };
    }),
  );
  return { organization, base, programs, allowed: holds(place, 'psychometrician') };
});

/** What is open stays in the browser; a change of the query shows another part of it. */
export const shouldRevalidate = ({ currentParams, nextParams }: ShouldRevalidateFunctionArgs): boolean =>
  currentParams.org !== nextParams.org;

export default function WorkbenchPage({ loaderData }: Route.ComponentProps) {
  const { organization, base, programs, allowed } = loaderData;
  const keeping = useMemo<Keeping>(
    () => ({
      allowed,
      programs,
      itemsOf: (programId) => `${base}/items?program=${encodeURIComponent(programId)}`,
      send: (programId, items, key) => sendToBank({ organization, programId, items, key }),
    }),
    [allowed, programs, base, organization],
  );
  return <Workbench key={organization} keeping={keeping} />;
}
