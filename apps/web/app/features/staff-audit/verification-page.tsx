import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { CopyField } from '../../parts/copy-field.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { staffPlace } from '../../staff/place.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/verification-page';
import { messages } from './messages.ts';

export const loader = load(async (args: Route.LoaderArgs, inside) => {
  const { organization, base } = staffPlace(args, inside);
  const report = await inside.api.audit.verifyChain({ organization });
  return { base, report, checkedAt: new Date().toISOString() };
});

export default function VerificationPage({ loaderData: { base, report, checkedAt } }: Route.ComponentProps) {
  const t = useText(messages);
  const { intact, entries, brokenAt, head } = report;
  return (
    <Page
      title={t(intact ? 'verificationTitle' : 'verificationBroken')}
      lead={t('verificationLead')}
      back={<BackLink to={`${base}/audit`}>{t('back')}</BackLink>}
    >
      <p>
        <strong>
          {intact
            ? t('intactDetail', { entries })
            : t('brokenDetail', { before: (brokenAt ?? entries + 1) - 1, at: brokenAt ?? entries + 1 })}
        </strong>
      </p>
      <p>
        {t('checkedAt')}: <Time at={checkedAt} />
      </p>
      <CopyField label={t('head')} value={head} />
      <p>{t('headHint')}</p>
      <p>{t('offline', { command: 'testamur audit verify FILE' })}</p>
    </Page>
  );
}
