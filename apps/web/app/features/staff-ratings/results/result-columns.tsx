import { Link } from 'react-router';
import type { Column } from '../../../parts/data-table.tsx';
import { Time } from '../../../parts/time.tsx';
import type { Text } from '../../../text/use-text.ts';
import type { messages } from './messages.ts';
import { outcomeWords, type Result } from './results.ts';

/** What is known of a result; the first column, which names it, is the page's own. */
export const resultColumns = (t: Text<typeof messages>, base: string): readonly Column<Result>[] => [
  {
    id: 'number',
    header: t('number'),
    speaksForItself: true,
    cell: (row) => <Link to={`${base}/candidacies/${row.candidacyId}`}>{row.number}</Link>,
  },
  { id: 'assessment', header: t('assessment'), line: 0, cell: (row) => row.assessmentTitle },
  { id: 'attempt', header: t('attempt'), numeric: true, cell: (row) => row.attempt },
  {
    id: 'score',
    header: t('score'),
    numeric: true,
    cell: ({ score, maxScore }) => t('scoreOf', { score, maxScore }),
  },
  {
    id: 'scaled',
    header: t('scaled'),
    numeric: true,
    line: 3,
    cell: ({ scaledScore }) => (scaledScore === undefined ? undefined : t('scaledScore', { score: scaledScore })),
  },
  { id: 'passMark', header: t('passMark'), numeric: true, line: 3, cell: (row) => row.passMark },
  {
    id: 'outcome',
    header: t('outcome'),
    line: 3,
    speaksForItself: true,
    cell: (row) => t(outcomeWords(row)),
  },
  { id: 'incidents', header: t('incidents'), numeric: true, line: 3, cell: (row) => row.incidents },
  { id: 'scored', header: t('scored'), line: 3, cell: (row) => <Time at={row.scoredAt} show="day" /> },
];
