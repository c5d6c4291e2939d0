import { redirect } from 'react-router';
import { load } from '../../../loading/load.ts';
import { BackLink } from '../../../parts/back-link.tsx';
import { Facts } from '../../../parts/facts.tsx';
import { LinkButton } from '../../../parts/link-button.tsx';
import { Page } from '../../../parts/page.tsx';
import { Panel } from '../../../parts/panel.tsx';
import { Status } from '../../../parts/status.tsx';
import { Time } from '../../../parts/time.tsx';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import { candidacyPath } from '../candidacy.ts';
import type { Route } from './+types/submitted-page';
import { messages } from './messages.ts';

export const loader = load(async ({ params: { candidacyId } }: Route.LoaderArgs, { api }) => {
  const candidacy = await api.candidacies.getCandidacy({ candidacyId });
  const submittedAt = candidacy.history.find(({ kind }) => kind === 'application-submitted')?.at;
  if (submittedAt === undefined) throw redirect(candidacyPath(candidacyId));
  return { candidacy, submittedAt };
});

/** The confirmation: number, what happens next and when, the record to keep. Can be bookmarked. */
export default function SubmittedPage({ loaderData: { candidacy, submittedAt } }: Route.ComponentProps) {
  const t = useText(messages);
  const say = useSay();
  const { id, number, organizationName, programTitle, edition, standing } = candidacy;
  return (
    <Page
      title={t('submittedTitle')}
      lead={t('submittedLead', { number, organization: organizationName })}
      back={<BackLink to={candidacyPath(id)}>{t('toStanding')}</BackLink>}
    >
      <Panel>
        <Facts
          facts={[
            { label: t('number'), value: <code>{number}</code> },
            { label: t('program'), value: `${programTitle}, ${edition}` },
            { label: t('submittedOn'), value: <Time at={submittedAt} /> },
          ]}
        />
        <p>
          <a href={candidacyPath(id, '/application.pdf')}>{t('download')}</a>
        </p>
      </Panel>
      <h2>{t('next')}</h2>
      <p>
        <Status of="candidacy" is={standing.status} /> {say(standing.statusReason)}
      </p>
      {(standing.status === 'waiting-for-review' || standing.status === 'under-review') && <p>{t('nextReview')}</p>}
      <LinkButton to={candidacyPath(id)}>{t('toStanding')}</LinkButton>
    </Page>
  );
}
