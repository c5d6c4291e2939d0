import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { load } from '../../loading/load.ts';
import { apiProblemOf } from '../../loading/refusal.ts';
import { BackLink } from '../../parts/back-link.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Page } from '../../parts/page.tsx';
import { useText } from '../../text/use-text.ts';
import type { Route } from './+types/results-page';
import { AssessmentResult } from './assessment-result.tsx';
import { messages } from './messages.ts';
import { byAssessment, type ScoreReport } from './report.ts';

export const loader = load(async ({ params: { candidacyId } }: Route.LoaderArgs, { api }) => {
  const released = async (): Promise<ScoreReport | undefined> => {
    try {
      return await api.scoring.getScoreReport({ candidacyId });
    } catch (error) {
      if (apiProblemOf(error)?.code === 'scoring.nothing-released') return undefined;
      throw error;
    }
  };
  const [candidacy, report] = await Promise.all([api.candidacies.getCandidacy({ candidacyId }), released()]);
  return {
    report,
    candidacyPath: `/me/candidacies/${candidacyId}`,
    handbookPath: `/programs/${candidacy.programId}/handbook`,
    now: new Date().toISOString(),
  };
});

export const headers = () => ({ 'cache-control': 'no-store' });

export default function ResultsPage({ loaderData }: Route.ComponentProps) {
  const t = useText(messages);
  const { report, candidacyPath, handbookPath, now } = loaderData;
  const back = <BackLink to={candidacyPath}>{t('back')}</BackLink>;
  if (!report) {
    return (
      <Page title={t('title')} back={back}>
        <EmptyState title={t('nothing')}>
          <p>{t('nothingDetail')}</p>
        </EmptyState>
      </Page>
    );
  }
  const { programTitle: program, edition, number } = report;
  return (
    <Page
      title={t('title')}
      lead={t('lead', { program, edition, number })}
      back={back}
      acts={
        <Button
          component="a"
          href={`${candidacyPath}/results.pdf`}
          variant="default"
          leftSection={<Icon of={IconDownload} />}
        >
          {t('pdf')}
        </Button>
      }
    >
      {byAssessment(report.assessments).map(({ latest, earlier }) => (
        <AssessmentResult
          key={latest.assessmentId}
          report={latest}
          earlier={earlier}
          candidacyPath={candidacyPath}
          handbookPath={handbookPath}
          now={now}
        />
      ))}
    </Page>
  );
}
