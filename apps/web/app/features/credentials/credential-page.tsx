import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Facts } from '../../parts/facts.tsx';
import { History } from '../../parts/history.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { useText } from '../../text/use-text.ts';
import { useDemonstration } from '../../viewer.ts';
import type { Route } from './+types/credential-page';
import { CredentialAside } from './credential-aside.tsx';
import { CredentialCard } from './credential-card.tsx';
import { DesignationPart } from './designation-part.tsx';
import { TakeList } from './downloads/take-list.tsx';
import { messages } from './messages.ts';
import { isRenewalNext, NextPart } from './next-part.tsx';
import { ShowPart } from './sharing/show-part.tsx';

export const loader = load(async ({ params: { credentialId } }: Route.LoaderArgs, { api }) => {
  const credential = await api.credentialing.getCredential({ credentialId });
  const { standing } = await api.candidacies.getCandidacy({ candidacyId: credential.candidacyId });
  const { links } = await api.credentialing.listShareLinks({ credentialId });
  return {
    credential,
    latest: standing.credential?.credentialId,
    renewal: standing.renewal,
    openLinks: links.filter(({ state }) => state === 'open').length,
  };
});

/** One credential for its holder: how it stands, then what to do with it, then where it comes from. */
export default function CredentialPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const isMarked = useDemonstration();
  const { credential, latest, renewal, openLinks } = loaderData;
  const { title, organizationName, history } = credential;
  return (
    <Page
      title={title}
      lead={organizationName}
      back={<BackLink to="/me/credentials">{t('toList')}</BackLink>}
      aside={<CredentialAside credential={credential} latest={latest} renewal={renewal} />}
    >
      {credential.demonstration && !isMarked && <Notice kind="demonstration" />}
      <CredentialCard credential={credential} />
      <NextPart credential={credential} latest={latest} renewal={renewal} />
      <ShowPart credential={credential} openLinks={openLinks} isMain={!isRenewalNext(loaderData)} />
      <TakeList credential={credential} />
      <DesignationPart credential={credential} />
      <h2>{t('history')}</h2>
      <History
        entries={history.map(({ at, what, reason }, index) => ({
          id: `${at}-${index}`,
          at,
          who: organizationName,
          what: reason === undefined ? what : t('reason', { what, reason }),
        }))}
      />
      <Facts
        facts={[
          { label: t('edition'), value: credential.edition },
          { label: t('cycle'), value: t('cycleOf', { cycle: credential.cycle, renewal: credential.cycle - 1 }) },
        ]}
      />
    </Page>
  );
}
