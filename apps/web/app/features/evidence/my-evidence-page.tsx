import { Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { useText } from '../../text/use-text.ts';
import { useDemonstration } from '../../viewer.ts';
import type { Route } from './+types/my-evidence-page';
import type { Step } from './chain-types.ts';
import { ChainView } from './chain-view.tsx';
import { messages } from './messages.ts';

export const loader = load(async ({ params: { credentialId } }: Route.LoaderArgs, { api }) =>
  api.evidence.getEvidenceChain({ credentialId }),
);

export default function MyEvidencePage({ loaderData: chain }: Route.ComponentProps) {
  const t = useText(messages);
  const isMarked = useDemonstration();
  const path = `/me/credentials/${chain.credentialId}`;
  const linksOf = ({ credentialId }: Step) =>
    credentialId !== undefined && (
      <p>
        <Link to={`/me/credentials/${credentialId}/evidence`}>{t('openPrevious')}</Link>
      </p>
    );
  return (
    <Page
      title={t('myTitle')}
      lead={t('myLead', { title: chain.title, number: chain.number })}
      back={<BackLink to={path}>{t('back')}</BackLink>}
    >
      {chain.demonstration && !isMarked && <Notice kind="demonstration" />}
      <ChainView chain={chain} linksOf={linksOf} />
      <p>
        <a href={`${path}/evidence.json`}>{t('export')}</a>
        <br />
        {t('exportHint')}
      </p>
    </Page>
  );
}
