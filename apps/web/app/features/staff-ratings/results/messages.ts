import { defineMessages } from '../../../text/messages.ts';

export const messages = defineMessages({
  title: 'Results',
  leadWaiting:
    '{total, plural, =0 {No result waits for its release.} one {# result waits for its release.} other {# results wait for their release, the oldest first.}}',
  leadAll: '{total, plural, =0 {There are no results yet.} one {# result.} other {# results, those to release first.}}',
  views: 'Which results',
  waiting: 'To release',
  all: 'All',
  caption: 'Results',
  candidate: 'Candidate',
  number: 'Number',
  assessment: 'Assessment',
  attempt: 'Attempt',
  score: 'Score',
  scoreOf: '{score, number} of {maxScore, number}',
  passMark: 'Passes from',
  scaled: 'Scaled score',
  scaledScore: '{score, number}',
  outcome: 'Outcome',
  passed: 'Passed',
  notPassed: 'Not passed',
  notPassedPart: 'Not passed: a part is below its minimum',
  incidents: 'Incidents',
  scored: 'Scored',
  released: 'Released',
  choose: '{name}, {assessment}',
  releaseChosen: 'Release the chosen results',
  releasePage: 'Release all shown',
  nothing: 'No result waits',
  nothingDetail:
    'Exams are scored as they are sealed, portfolios and sessions once the examiners have submitted. Where a program says so, results go out at once.',
  releasedNow:
    '{count, plural, one {# result was released. Its candidate was written to.} other {# results were released. Their candidates were written to.}}',
  back: 'Results',
  releaseTitle: 'Release {count, plural, one {# result} other {# results}}',
  releaseLead: 'The candidates see their results at once and are written to. It cannot be taken back.',
  passedCount: '{count, plural, one {# passed} other {# passed}}',
  notPassedCount:
    '{count, plural, one {# not passed: the mail names the appeal and the next attempt} other {# not passed: the mails name the appeal and the next attempt}}',
  incidentCount:
    '{count, plural, one {# comes from an attempt with an incident} other {# come from attempts with incidents}}',
  release: 'Release {count, plural, one {# result} other {# results}}',
  noneChosen: 'No result is chosen',
  noneChosenDetail: 'Choose results in the list. Those that somebody released meanwhile are left out.',
});
