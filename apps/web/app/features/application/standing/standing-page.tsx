import { load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { useText } from '../../../text/use-text.ts';
import { loadCandidacy } from '../candidacy.ts';
import { messages } from '../messages.ts';
import type { Route } from './+types/standing-page';
import { StandingView } from './standing-view.tsx';

export const loader = load(({ params }: Route.LoaderArgs, { api }) => loadCandidacy(api, params.candidacyId));

export default function StandingPage({ loaderData: { candidacy, program } }: Route.ComponentProps) {
  const t = useText(messages);
  return <StandingView candidacy={candidacy} program={program} back={<BackLink to="/me">{t('home')}</BackLink>} />;
}
