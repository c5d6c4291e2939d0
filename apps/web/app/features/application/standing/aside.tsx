import { findAssessment, type Program } from '@testamur/program';
import { Link } from 'react-router';
import { Panel } from '../../../parts/panel.tsx';
import { useText } from '../../../text/use-text.ts';
import { type Candidacy, candidacyPath } from '../candidacy.ts';
import { messages } from '../messages.ts';
import { DeadlinesPanel } from './deadlines-panel.tsx';
import { GrantsPanel, YearlyPanel } from './keep-panels.tsx';
import { MoneyPanel } from './money-panel.tsx';
import styles from './standing.module.css';

interface AsideProps {
  candidacy: Candidacy;
  program: Program;
}

/** Beside the steps: deadlines, money, help, and what the candidate may choose at any time. */
export const StandingAside = (props: AsideProps) => {
  const t = useText(messages);
  const { candidacy } = props;
  const { number, organizationName } = candidacy;
  return (
    <>
      <DeadlinesPanel candidacy={candidacy} />
      <MoneyPanel candidacy={candidacy} />
      <YearlyPanel candidacy={candidacy} />
      <GrantsPanel candidacy={candidacy} />
      <Panel title={t('help')}>
        <p>{t('emailUs', { number, organization: organizationName })}</p>
        <Link to="/help">{t('helpPages')}</Link>
      </Panel>
      <Choices {...props} />
    </>
  );
};

/** Letters of the attempts that are authorized; portfolios and courses need none. */
const Letters = ({ candidacy: { id, standing }, program }: AsideProps) => {
  const t = useText(messages);
  const authorized = standing.assessments.filter(
    ({ kind, window, result }) =>
      kind !== 'portfolio' && kind !== 'course' && window !== undefined && result?.passed !== true,
  );
  return authorized.map(({ assessment }) => (
    <li key={assessment}>
      <a href={candidacyPath(id, `/authorization/${assessment}/letter.pdf`)}>
        {authorized.length === 1
          ? t('authorizationLetter')
          : t('authorizationLetterOf', { title: findAssessment(program, assessment)?.title ?? assessment })}
      </a>
    </li>
  ));
};

const Choices = (props: AsideProps) => {
  const t = useText(messages);
  const { id, standing, history } = props.candidacy;
  const isSubmitted = history.some(({ kind }) => kind === 'application-submitted');
  const mayWithdraw = !standing.final && standing.credential === undefined;
  return (
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
        {!standing.final && <Letters {...props} />}
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
  );
};
