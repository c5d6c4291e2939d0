import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { Page } from '../../parts/page.tsx';
import { holds, staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/staff-evidence-page';
import type { Step } from './chain-types.ts';
import { ChainView } from './chain-view.tsx';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const place = staffPlace(args, inside);
  const { credentialId } = args.params;
  return {
    base: place.base,
    chain: await inside.api.evidence.getEvidenceChain({ credentialId }),
    audits: holds(place, 'auditor', 'administrator'),
  };
});

export default function StaffEvidencePage({ loaderData: { base, chain, audits } }: Route.ComponentProps) {
  const t = useText(messages);
  const { credentialId, candidacyId, candidacyNumber, holderName, number, title } = chain;
  const path = `${base}/credentials/${credentialId}`;
  const targetOf = (step: Step): { readonly to: string; readonly words: string } | undefined => {
    if (step.credentialId !== undefined) {
      return { to: `${base}/credentials/${step.credentialId}/evidence`, words: t('openPrevious') };
    }
    if (step.kind === 'form') return { to: `${base}/forms`, words: t('openForms') };
    if (step.kind === 'application') {
      return { to: `${base}/candidacies/${candidacyId}`, words: t('openCandidacy', { number: candidacyNumber }) };
    }
    return step.kind === 'signature' && audits ? { to: `${base}/audit`, words: t('openAudit') } : undefined;
  };
  const linksOf = (step: Step) => {
    const target = targetOf(step);
    return (
      target && (
        <p>
          <Link to={target.to}>{target.words}</Link>
        </p>
      )
    );
  };
  return (
    <Page
      title={t('staffTitle', { number })}
      lead={t('staffLead', { holder: holderName, title })}
      back={<BackLink to={path}>{t('back')}</BackLink>}
      acts={
        <Button component="a" href={`${path}/evidence.json`} variant="default">
          {t('export')}
        </Button>
      }
    >
      <ChainView chain={chain} linksOf={linksOf} />
    </Page>
  );
}
