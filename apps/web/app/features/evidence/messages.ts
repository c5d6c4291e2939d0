import { defineMessages } from '../../text/messages.ts';

export const messages = defineMessages({
  myTitle: 'Where it comes from',
  myLead: '{title}, {number}: everything that led to it, the latest first, and how each step was checked just now.',
  staffTitle: 'Evidence of {number}',
  staffLead: '{holder}, {title}. From the signature back to the program file, each link checked just now.',
  back: 'The credential',
  export: 'Save as a file (JSON)',
  exportHint: 'With its SHA-256, to keep or to hand on.',
  openCandidacy: 'Open the candidacy {number}',
  openForms: 'Open the forms',
  openAudit: 'Open the audit',
  openPrevious: 'Where that one came from',
  whole: 'Nothing is broken',
  wholeDetail:
    '{ok, plural, one {# check} other {# checks}} passed. {missing, plural, =0 {Nothing was left unrecorded.} one {For # there is no record to compare with.} other {For # there is no record to compare with.}}',
  broken: '{broken, plural, one {# check failed} other {# checks failed}}',
  brokenDetail:
    'Something was changed after it was recorded, or a rule was not kept. Nothing that follows from it can be relied on until somebody has explained it.',
  brokenHolder:
    'Write to {organization} and name the step. What others see of your credential does not change by itself.',
  chain: 'The chain, latest first',
  checkedAt: 'Checked {time}.',
  details: 'Details',
  detailsOf: 'of: {step}',
  checks: 'How it was checked',
  ledger: 'In the ledger',
  inAudit: 'Entry {seq} of the audit, {hash}',
  stepChecks:
    '{state, select, ok {{count, plural, one {# check passed} other {# checks passed}}} broken {Broken} other {Not recorded in full}}',
  copy: 'Copy',
  copied: 'Copied',
  copyWhat: 'the whole hash of: {what}',
  notRecorded: 'Not recorded',
  yes: 'Yes',
  no: 'No',
  number: '{value, number}',
  points: '{score, number} of {of, number}',
  role: '{role, select, holder {The candidate} staff {Staff} examiner {An examiner} other {Testamur, by rule}}',
  roleMine:
    '{role, select, holder {You} staff {The organization} examiner {An examiner} other {Testamur, by the rules of the program}}',
  manyExaminers: '{count, plural, one {An examiner} other {# examiners}}',
  manyStaff: '{count, plural, one {The organization} other {# people of the organization}}',
  byVoucher: 'by voucher',
  marks: '{name}: {marks}',
  mark: '{criterion} {level, number}',
});
