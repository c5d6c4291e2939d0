import { Link } from 'react-router';
import { Panel } from '../../../parts/panel.tsx';
import { useText } from '../../../text/use-text.ts';
import { type Candidacy, candidacyPath } from '../candidacy.ts';
import { messages } from '../messages.ts';
import { DeadlinesPanel } from './deadlines-panel.tsx';
import { MoneyPanel } from './money-panel.tsx';
import styles from './standing.module.css';

/** Beside the steps: deadlines, money, help, and what the candidate may choose at any time. */
export const StandingAside = ({ candidacy }: { candidacy: Candidacy }) => {
  const t = useText(messages);
  const { id, number, organizationName, standing, history } = candidacy;
  const isSubmitted = history.some(({ kind }) => kind === 'application-submitted');
  const exams = standing.assessments.filter(({ kind, window }) => kind === 'exam' && window !== undefined);
  const mayWithdraw = !standing.final && standing.credential === undefined;
  return (
    <>
      <DeadlinesPanel candidacy={candidacy} />
      <MoneyPanel candidacy={candidacy} />
      <Panel title={t('help')}>
        <p>{t('emailUs', { number, organization: organizationName })}</p>
        <Link to="/help">{t('helpPages')}</Link>
      </Panel>
      <Panel title={t('more')}>
        <ul className={styles.choices}>
          {standing.credential && (
            <li>
              <Link to={`/me/credentials/${standing.credential.credentialId}`}>
                {t('certificate', { number: standing.credential.number })}
              </Link>
            </li>
          )}
          {isSubmitted && (
            <li>
              <Link to={candidacyPath(id, '/submitted')}>{t('applicationRecord')}</Link>
            </li>
          )}
          {!standing.final &&
            exams.map(({ assessment }) => (
              <li key={assessment}>
                <a href={candidacyPath(id, `/authorization/${assessment}/letter.pdf`)}>{t('authorizationLetter')}</a>
              </li>
            ))}
          <li>
            <Link to={candidacyPath(id, '/listing')}>
              {t('listing', { listed: standing.listed, certified: standing.credential !== undefined })}
            </Link>
          </li>
          {mayWithdraw && (
            <li>
              <Link to={candidacyPath(id, '/withdraw')}>{t('withdraw')}</Link>
            </li>
          )}
        </ul>
      </Panel>
    </>
  );
};
