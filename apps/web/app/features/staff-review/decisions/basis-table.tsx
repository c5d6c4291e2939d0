import type { Standing } from '@testamur/program';
import { DataTable } from '../../../parts/data-table.tsx';
import { Status } from '../../../parts/status.tsx';
import { requirementTones } from '../../../staff/staff-tones.ts';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import { messages } from './messages.ts';

/** What a decision rests on: requirements, fees and assessments with their results; the decision itself is not of it. */
export const BasisTable = ({ standing }: { standing: Pick<Standing, 'steps' | 'assessments'> }) => {
  const t = useText(messages);
  const say = useSay();
  const rows = standing.steps.flatMap(({ lines }) =>
    lines.filter(({ kind }) => kind !== 'decision' && kind !== 'renewal'),
  );
  const resultOf = (id: string): string | undefined => {
    const result = standing.assessments.find(({ assessment }) => assessment === id)?.result;
    return result && t(result.passed ? 'passed' : 'notPassed', { score: result.score, maxScore: result.maxScore });
  };
  return (
    <DataTable
      caption={t('basis')}
      captionShown
      rows={rows}
      keyOf={({ id, kind }) => `${kind} ${id}`}
      empty={null}
      columns={[
        { id: 'part', header: t('part'), cell: ({ title }) => say(title) },
        {
          id: 'state',
          header: t('state'),
          speaksForItself: true,
          cell: ({ state }) => <Status of="requirement" is={state} tone={requirementTones[state]} />,
        },
        {
          id: 'known',
          header: t('known'),
          line: 3,
          speaksForItself: true,
          cell: ({ id, kind, detail }) => (kind === 'assessment' ? resultOf(id) : undefined) ?? (detail && say(detail)),
        },
      ]}
    />
  );
};
