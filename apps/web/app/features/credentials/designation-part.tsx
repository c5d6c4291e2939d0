import { Link } from 'react-router';
import type { Api } from '../../api.ts';
import { CopyField } from '../../parts/copy-field.tsx';
import { Time } from '../../parts/time.tsx';
import { useText } from '../../text/use-text.ts';
import { isInForce } from './in-force.ts';
import { messages } from './messages.ts';

type Credential = Awaited<ReturnType<Api['credentialing']['getCredential']>>;

/** What the holder may call themselves, and the mark; or that both must stop. */
export const DesignationPart = ({ credential }: { credential: Credential }) => {
  const t = useText(messages);
  const { id, holderName, postnominal, mark, state, since } = credential;
  const holds = isInForce(state);
  return (
    <>
      {postnominal !== undefined && (
        <>
          <h2>{t('letters')}</h2>
          {holds && <CopyField label={t('nameWithLetters')} value={`${holderName}, ${postnominal}`} />}
          <p>{t(holds ? 'lettersUse' : 'lettersNot', { letters: postnominal })}</p>
        </>
      )}
      {mark && (
        <>
          <h2>{mark.title}</h2>
          {holds ? (
            <p>{mark.text}</p>
          ) : (
            <p>{t.rich('markStop', { date: <Time key="since" at={since} zone="UTC" show="day" /> })}</p>
          )}
          <p>
            <Link to={`/me/credentials/${id}/mark`}>
              {t(holds ? (mark.agreement ? 'markDownload' : 'markAgree') : 'markRules')}
            </Link>
          </p>
        </>
      )}
    </>
  );
};
