import { load } from '../../loading/load.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Page } from '../../parts/page.tsx';
import { useText } from '../../text/use-text.ts';
import { loadCandidacy } from '../application/candidacy.ts';
import { StandingView } from '../application/standing/standing-view.tsx';
import type { Route } from './+types/home-page';
import { CandidacyList } from './candidacy-list.tsx';
import { messages } from './messages.ts';

/** One candidacy is the home; of several, the list. */
export const loader = load(async (_args: Route.LoaderArgs, { api }) => {
  const { candidacies } = await api.candidacies.listMyCandidacies({});
  const [first, ...others] = candidacies;
  const one = first && others.length === 0 ? await loadCandidacy(api, first.id) : undefined;
  return { candidacies, one };
});

export default function HomePage({ loaderData: { candidacies, one } }: Route.ComponentProps) {
  const t = useText(messages);
  if (one) return <StandingView candidacy={one.candidacy} program={one.program} />;
  return (
    <Page title={t('title')} {...(candidacies.length > 0 ? { lead: t('lead') } : {})}>
      {candidacies.length === 0 ? (
        <EmptyState title={t('nothingTitle')}>
          <p>{t('nothingMore')}</p>
          <LinkButton to="/programs">{t('toPrograms')}</LinkButton>
        </EmptyState>
      ) : (
        <>
          <CandidacyList candidacies={candidacies} />
          <p style={{ marginBlockStart: 24 }}>
            <LinkButton to="/programs" weight="other">
              {t('addAnother')}
            </LinkButton>
          </p>
        </>
      )}
    </Page>
  );
}
