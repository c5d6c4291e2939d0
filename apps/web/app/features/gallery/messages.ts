import { defineMessages } from '../../text/messages.ts';

export const messages = defineMessages({
  title: 'Interactions',
  lead: 'Every interaction of QTI 3 as candidates and reviewers see it: empty, answered, locked, and in review.',
  how: 'How they are shown',
  rtl: 'Right to left',
  dark: 'Dark',
  contrast: 'High contrast',
  large: '200 %',
  toggleOn: '{name}: on',
  toggleOff: '{name}: off',
  which: 'Which one',
  all: 'All',
  empty: 'Empty',
  answered: 'Answered',
  locked: 'Locked',
  review: 'Review',
  one: '{interaction}: {state}',
});
