import { useDocument } from '../../document/document-context.ts';
import { load } from '../../loading/load.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { NextStepCard } from '../../parts/next-step-card.tsx';
import { Page } from '../../parts/page.tsx';
import { Time } from '../../parts/time.tsx';
import { intlLocaleOf } from '../../text/locales.ts';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/portfolio-page';
import { missingIn } from './completeness.ts';
import { CriteriaTable } from './criteria-table.tsx';
import { messages } from './messages.ts';
import { PiecePanel } from './piece-panel.tsx';
import { loadPortfolio, type PortfolioData } from './portfolio-data.ts';

export const loader = load(async ({ params }: Route.LoaderArgs, { api }) => ({
  portfolio: await loadPortfolio(api, params),
  now: new Date().toISOString(),
}));

/** What comes next: the first thing on the page. */
const Next = ({ portfolio, now }: { portfolio: PortfolioData; now: string }) => {
  const t = useText(messages);
  const { locale } = useDocument();
  const { path, pieces, maximum, until, submittedAt } = portfolio;
  if (submittedAt !== undefined) {
    return (
      <NextStepCard title={t('submitted')} waitingFor={t('examiners')} yours={false}>
        <p>{t.rich('submittedDetail', { date: <Time key="at" at={submittedAt} /> })}</p>
      </NextStepCard>
    );
  }
  if (!portfolio.editable) {
    return (
      <NextStepCard title={t('closed')} waitingFor={t('you')}>
        <p>{portfolio.reason}</p>
      </NextStepCard>
    );
  }
  const missing = missingIn(portfolio);
  const complete = missing.pieces === 0 && missing.criteria.length === 0;
  const titles = new Intl.ListFormat(intlLocaleOf(locale)).format(missing.criteria.map(({ title }) => title));
  const act = complete ? (
    <LinkButton to={`${path}/submit`}>{t('toSubmit')}</LinkButton>
  ) : (
    pieces.length < maximum && <LinkButton to={`${path}/pieces/new`}>{t('add')}</LinkButton>
  );
  return (
    <NextStepCard title={t(complete ? 'nextComplete' : 'nextMissing')} waitingFor={t('you')} act={act}>
      {complete && <p>{t('nextCompleteDetail', { pieces: pieces.length })}</p>}
      {missing.pieces > 0 && <p>{t('nextFew', { missing: missing.pieces })}</p>}
      {missing.criteria.length > 0 && <p>{t('nextMissingDetail', { missing: missing.criteria.length, titles })}</p>}
      {until && <p>{t.rich('byDate', { date: <Time key="until" at={until} now={now} /> })}</p>}
    </NextStepCard>
  );
};

export default function PortfolioPage({ loaderData: { portfolio, now } }: Route.ComponentProps) {
  const t = useText(messages);
  const { path, pieces, maximum, minimum, editable, criteria, candidacyId } = portfolio;
  const complete = portfolio.uncoveredCriteria.length === 0 && pieces.length >= minimum;
  return (
    <Page
      title={portfolio.title}
      lead={portfolio.description}
      back={<BackLink to={`/me/candidacies/${candidacyId}`}>{t('back')}</BackLink>}
    >
      <Next portfolio={portfolio} now={now} />
      <h2>{t('criteria')}</h2>
      <CriteriaTable criteria={criteria} pieces={pieces} />
      <h2>{t('pieces')}</h2>
      <p>{t('count', { pieces: pieces.length, minimum, maximum })}</p>
      {pieces.length === 0 && (
        <EmptyState title={t('noPieces')}>
          <p>{t('noPiecesDetail')}</p>
        </EmptyState>
      )}
      {pieces.map((piece, at) => (
        <PiecePanel
          key={piece.id}
          piece={piece}
          number={at + 1}
          criteria={criteria}
          path={editable ? `${path}/pieces/${piece.id}` : undefined}
        />
      ))}
      {editable && complete && pieces.length < maximum && (
        <LinkButton to={`${path}/pieces/new`} weight="other">
          {t('add')}
        </LinkButton>
      )}
      {editable && pieces.length >= maximum && <p>{t('full')}</p>}
    </Page>
  );
}
