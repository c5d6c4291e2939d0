import { Link } from 'react-router';
import { Facts } from '../../parts/facts.tsx';
import { Page } from '../../parts/page.tsx';
import { useText } from '../../text/use-text.ts';
import { messages } from './messages.ts';

const steps = ['stepQualify', 'stepApply', 'stepPay', 'stepExam', 'stepDecision', 'stepKeep'] as const;

export default function HelpPage() {
  const t = useText(messages);
  return (
    <Page title={t('title')} lead={t('lead')}>
      <h2>{t('steps')}</h2>
      <ol>
        {steps.map((step) => (
          <li key={step}>
            <strong>{t(step)}.</strong> {t(`${step}Detail`)}
          </li>
        ))}
      </ol>
      <h2>{t('check')}</h2>
      <p>{t.rich('checkDetail', { link: (words) => <Link to="/verify">{words}</Link> })}</p>
      <h2>{t('accessibility')}</h2>
      <p>{t('accessibilityDetail')}</p>
      <h2>{t('ask')}</h2>
      <Facts
        facts={[
          { label: t('askApplication'), value: t('askApplicationDetail') },
          { label: t('askSite'), value: t('askSiteDetail') },
        ]}
      />
    </Page>
  );
}
