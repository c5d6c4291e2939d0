import type { StatisticsData } from '../templates/statistics.ts';
import { document } from './example-base.ts';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 200" width="720" height="200">' +
  '<path d="M60 160H700M60 160V20" stroke="#7D786F" fill="none"/>' +
  '<path d="M80 150h60v10h-60zM150 90h60v70h-60zM220 40h60v120h-60z" fill="#0B5568"/></svg>';

/** The statistics of an exam that nobody took. */
export const statisticsExample: StatisticsData = {
  ...document,
  title: 'Statistics of the written exam',
  subtitle: '412 candidates, 3 items, by classical test theory',
  facts: [
    { label: 'Candidates', value: '412', note: '' },
    { label: 'Mean', value: '2.10', note: '70.0 % of 3 points' },
    { label: 'Alpha', value: '0.83', note: '0.80 to 0.86' },
    { label: 'SEM', value: '0.41', note: 'score points' },
    { label: 'Cut score', value: '2', note: '' },
  ],
  notices: [
    { verdict: 'warn', text: 'Two items discriminate too little.' },
    { verdict: 'too-few', text: 'The group of the second form is too small to compare.' },
  ],
  sections: [
    {
      heading: 'Scores',
      paragraphs: ['Most candidates solve two items or all three.'],
      figures: [{ svg, caption: 'Candidates by score.', description: 'A histogram of three bars that rise.' }],
      tables: [],
    },
    {
      heading: 'Items',
      paragraphs: [],
      figures: [],
      tables: [
        {
          caption: 'One row an item.',
          columns: [
            { heading: 'Item', align: 'left' },
            { heading: 'Difficulty', align: 'right' },
            { heading: 'Flags', align: 'left' },
          ],
          rows: [
            ['cataloging-1', '0.71', ''],
            ['cataloging-2', '0.93', 'low discrimination'],
          ],
        },
      ],
    },
    { heading: 'cataloging-1', paragraphs: ['Key: B.'], figures: [], tables: [], newPage: true },
  ],
};
