import type { NextAction, Standing } from '@testamur/program';
import { Link } from 'react-router';
import { DataTable } from '../../../parts/data-table.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Time } from '../../../parts/time.tsx';
import { useSay } from '../../../text/use-say.ts';
import { useText } from '../../../text/use-text.ts';
import { messages } from '../messages.ts';
import { nextPlace } from '../next-place.ts';

interface NextListProps {
  standing: Pick<Standing, 'next' | 'owed' | 'credential'>;
  base: string;
  roles: readonly string[];
  candidacyId: string;
  now: string;
}

/** Who acts by the policy of the operation, where the standing names a wider circle. */
const whoOf = ({ kind, actor }: NextAction) => {
  if (kind === 'decide-accommodation' || kind === 'assign-examiner') return 'actor.manager' as const;
  if (kind === 'review-membership') return 'actor.verifier' as const;
  return `actor.${actor}` as const;
};

/** Every open move: what, whose, by when, and where this reader does it. */
export const NextList = ({ standing, now, ...reader }: NextListProps) => {
  const t = useText(messages);
  const say = useSay();
  return (
    <DataTable
      caption={t('nextTitle')}
      captionShown
      rows={standing.next}
      keyOf={({ kind, subject, target }) => `${kind} ${subject ?? ''} ${JSON.stringify(target ?? {})}`}
      empty={<EmptyState title={t('nextNothing')} />}
      columns={[
        { id: 'what', header: t('nextWhat'), cell: ({ title }) => say(title) },
        { id: 'who', header: t('nextWho'), cell: (action) => t(whoOf(action)) },
        { id: 'by', header: t('nextBy'), line: 3, cell: ({ by }) => by && <Time at={by} show="day" now={now} /> },
        {
          id: 'act',
          header: t('nextAct'),
          line: 3,
          speaksForItself: true,
          cell: (action) => {
            const place = nextPlace(action, standing, reader);
            return place && <Link to={place.to}>{t(place.words)}</Link>;
          },
        },
      ]}
    />
  );
};
