import { load } from '../../loading/load.ts';
import { Page } from '../../parts/page.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/programs-page';
import { messages } from './messages.ts';
import { ProgramList } from './program-list.tsx';

export const loader = load((_args: Route.LoaderArgs, { api }) => api.programs.listPrograms({}));

export default function ProgramsPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  return (
    <Page title={t('programs')} lead={t('programsLead')}>
      <ProgramList programs={loaderData.programs} title="h2" />
    </Page>
  );
}
