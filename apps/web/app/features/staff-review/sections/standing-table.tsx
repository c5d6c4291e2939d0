import type { Standing } from '@testamur/program';
import { DataTable } from '../../../parts/data-table.tsx';
import { Disclosure } from '../../../parts/disclosure.tsx';
import { Status } from '../../../parts/status.tsx';
import { requirementTones } from '../../../staff/staff-tones.ts';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import { messages } from '../messages.ts';

/** The whole standing, line by line, each with its "Why?". */
export const StandingTable = ({ steps }: Pick<Standing, 'steps'>) => {
  const t = useText(messages);
  const say = useSay();
  const rows = steps.flatMap((step) => step.lines.map((line) => ({ step, line })));
  return (
    <DataTable
      caption={t('standing')}
      rows={rows}
      keyOf={({ line }) => `${line.kind} ${line.id}`}
      empty={null}
      columns={[
        { id: 'line', header: t('line'), cell: ({ line }) => say(line.title) },
        {
          id: 'state',
          header: t('state'),
          speaksForItself: true,
          cell: ({ line }) => <Status of="requirement" is={line.state} tone={requirementTones[line.state]} />,
        },
        { id: 'step', header: t('step'), line: 0, cell: ({ step }) => say(step.title) },
        {
          id: 'known',
          header: t('known'),
          line: 3,
          speaksForItself: true,
          cell: ({ line }) => (
            <>
              {line.detail && say(line.detail)}
              <Disclosure about={say(line.title)}>
                <p>{say(line.why.rule)}</p>
                <p>{say(line.why.reason)}</p>
                {line.unlocks && <p>{say(line.unlocks)}</p>}
              </Disclosure>
            </>
          ),
        },
      ]}
    />
  );
};
