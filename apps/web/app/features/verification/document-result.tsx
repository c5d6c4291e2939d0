import { Facts } from '../../parts/facts.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Status } from '../../parts/status.tsx';
import { useText } from '../../text/use-text.ts';
import { type Check, CheckList } from './check-list.tsx';
import { messages } from './messages.ts';

interface DocumentCheck {
  readonly inForce: boolean;
  readonly issuerKnown: boolean;
  readonly checks: readonly Check[];
  readonly claims: { readonly title: string; readonly holderName: string; readonly issuer: string };
  readonly credential?:
    | { readonly number: string; readonly state: Parameters<typeof Status<'credential'>>[0]['is'] }
    | undefined;
}

const verdictOf = ({ inForce, issuerKnown, checks }: DocumentCheck) => {
  if (inForce && issuerKnown) return 'resultGood';
  if (checks.some((check) => check.result === 'failed')) return 'resultBad';
  const signed = checks.some((check) => check.id === 'signature' && check.result === 'passed');
  return signed && !issuerKnown ? 'resultUnknownIssuer' : 'resultOpen';
};

/** What came out of checking a file: the verdict first, then what the file says, then each check. */
export const DocumentResult = ({ result }: { result: DocumentCheck }) => {
  const t = useText(messages);
  const { claims, credential } = result;
  return (
    <Panel title={t('result')}>
      <p role="status">
        <strong>{t(verdictOf(result))}</strong> {credential && <Status of="credential" is={credential.state} />}
      </p>
      <Facts
        facts={[
          { label: t('claimTitle'), value: claims.title },
          { label: t('claimHolder'), value: claims.holderName },
          { label: t('claimIssuer'), value: claims.issuer },
        ]}
      />
      <CheckList checks={result.checks} />
      {credential && (
        <LinkButton to={`/c/${credential.number}`} weight="other">
          {t('toPage')}
        </LinkButton>
      )}
    </Panel>
  );
};
