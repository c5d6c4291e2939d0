import { defineMessages } from '../../text/messages.ts';

/** What referees and providers of training read, without an account. */
export const messages = defineMessages({
  // A reference
  'title.references': 'Reference for {candidate}',
  'lead.references':
    '{candidate} is applying to be certified and has named you as somebody who knows their work. We would like to hear what you have seen.',
  'title.training': 'Did {candidate} complete this training?',
  'lead.training':
    '{candidate} is applying to be certified and states to have completed a training with you. Only you can confirm it.',
  who: 'Who asks',
  whoFor: '{organization}, for the certification “{program}”',
  whom: 'Whom it is about',
  asked: 'Whom we ask',
  askedAs: '{name}, {relation}',
  time: 'How long it takes',
  'minutes.references': 'About ten minutes. What you enter is not kept until you send it.',
  'minutes.training': 'Two minutes, or less than ten if you look it up.',
  until: 'Until when',
  reads: 'Who reads it',
  'reads.references':
    'Those who review and audit applications. {candidate} learns that you answered, never what you wrote.',
  'reads.training':
    'Those who review applications. If you do not confirm it, {candidate} reads the reason that you give.',
  fulfills: 'What it is for',
  about: 'About this certification',
  // The form of a reference
  yourStatement: 'What you have seen',
  'rating.1': '1, the lowest',
  'rating.2': '2',
  'rating.3': '3',
  'rating.4': '4',
  'rating.5': '5, the highest',
  yes: 'Yes',
  no: 'No',
  enterText: 'Write a few words: {prompt}',
  chooseRating: 'Choose a number from 1 to 5: {prompt}',
  chooseYesNo: 'Choose yes or no: {prompt}',
  recommend: 'Do you recommend {candidate} for this certification?',
  chooseRecommend: 'Say whether you recommend {candidate}.',
  signature: 'Your full name',
  signatureHint: 'It signs your statement. With it you say that it is true and that you wrote it yourself.',
  enterName: 'Enter your full name to sign.',
  sendReference: 'Send the reference',
  // The form of a provider
  training: 'Training',
  provider: 'Provider',
  stated: 'Completed, as stated',
  confirm: 'Did {candidate} complete it?',
  confirmYes: 'Yes, it was completed',
  confirmNo: 'No, or we cannot confirm it',
  chooseConfirm: 'Say whether it was completed.',
  completedOn: 'When was it completed?',
  completedHint: 'As your records say. Only if it was completed.',
  enterCompleted: 'Enter the day on which it was completed, such as June 15, 2025.',
  remark: 'Why can you not confirm it?',
  remarkHint: 'Only if you cannot. {candidate} reads it, so that they can mend it.',
  enterRemark: 'Say in a few words why you cannot confirm it.',
  sendAttestation: 'Send the answer',
  // Declining
  declineTitle: 'Would you rather not answer?',
  declineLead:
    'You may decline without giving a reason. {candidate} is told that you declined and can ask somebody else.',
  toDecline: 'Decline to answer',
  declineEffect: 'The link stops working, and we do not write to you again about it. This cannot be taken back.',
  decline: 'Decline',
  back: 'Back to the form',
  // Links that lead nowhere
  closedTitle: 'This link no longer works',
  refusedTitle: 'This cannot be opened here',
  closedHelp: 'Nothing that was sent before is lost.',
  // Afterwards
  'sent.reference': 'Thank you. Your reference has arrived.',
  'sent.confirmed': 'Thank you. Your confirmation has arrived.',
  'sent.denied': 'Thank you. Your answer has arrived.',
  'sent.declined': 'You have declined',
  'then.reference':
    'Those who review the application read it together with what else was handed in. The candidate is told that it was given, and not what it says.',
  'then.confirmed': 'The training counts from now on. The candidate is told.',
  'then.denied': 'The candidate is told, with the reason that you gave, and can mend what was stated.',
  'then.declined': 'The candidate is told, and can ask somebody else. We do not write to you again about it.',
  close: 'The link is used up, and nothing more is to be done. You can close this page.',
});
