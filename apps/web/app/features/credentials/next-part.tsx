import type { Api } from '../../api.ts';
import { LinkButton } from '../../parts/link-button.tsx';
import { NextStepCard } from '../../parts/next-step-card.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

type Credential = Awaited<ReturnType<Api['credentialing']['getCredential']>>;
export type Renewal = Awaited<ReturnType<Api['candidacies']['getCandidacy']>>['standing']['renewal'];

interface NextProps {
  credential: Credential;
  latest: string | undefined;
  renewal: Renewal;
}

const renewable: ReadonlySet<string> = new Set(['renewal-due', 'in-grace', 'lapsed']);

/** Whether renewing is what comes next, so that it stands under the card and not beside it. */
export const isRenewalNext = ({ credential: { id, state }, latest, renewal }: NextProps): boolean =>
  latest === id && renewal !== undefined && renewal.state !== 'closed' && renewable.has(state);

/** The one thing that its state asks of the holder; nothing where all is well, or where nothing helps. */
export const NextPart = (props: NextProps) => {
  const t = useText(messages);
  const { credential, latest, renewal } = props;
  const { id, organizationName } = credential;
  if (latest !== undefined && latest !== id) {
    return (
      <NextStepCard
        title={t('newer')}
        waitingFor={t('nobody')}
        yours={false}
        act={<LinkButton to={`/me/credentials/${latest}`}>{t('openNewer')}</LinkButton>}
      />
    );
  }
  if (!renewal || !isRenewalNext(props)) return null;
  const lapsed = credential.state === 'lapsed';
  const submitted = renewal.state === 'submitted';
  return (
    <NextStepCard
      title={t(submitted ? 'renewalSubmitted' : lapsed ? 'bringBack' : 'renewNext')}
      waitingFor={submitted ? organizationName : t('you')}
      yours={!submitted}
      act={
        <LinkButton to={`/me/credentials/${id}/renew`} weight={submitted ? 'other' : 'main'}>
          {t('renew')}
        </LinkButton>
      }
    >
      {!submitted && !lapsed && (
        <p>{t.rich('keepUntil', { date: <Time key="grace" at={renewal.graceUntil} zone="UTC" show="day" /> })}</p>
      )}
    </NextStepCard>
  );
};
