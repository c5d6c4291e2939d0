import { defineMessages } from '../../text/messages.ts';

export const messages = defineMessages({
  title: 'Help',
  lead: 'How certification works here, step by step, and whom to ask.',
  steps: 'From the first look to a credential that lasts',
  stepQualify: 'Read the program page',
  stepQualifyDetail:
    'It says who may apply, what is assessed, what it costs and how long it takes. Each figure names its source.',
  stepApply: 'Apply',
  stepApplyDetail:
    'Enter what the program asks for and add the proof. Your entries are saved as you go; you can stop and come back.',
  stepPay: 'Pay the fee',
  stepPayDetail: 'You see each amount and its reason before you pay. A fee that is not due yet is not asked for.',
  stepExam: 'Take the exam',
  stepExamDetail:
    'Check your device before the day. During the exam, each answer is kept on your device until it is on the server; a lost connection loses nothing.',
  stepDecision: 'Get the decision',
  stepDecisionDetail:
    'Results come with the reasons, and with the date until which you can appeal or take the exam again.',
  stepKeep: 'Keep it',
  stepKeepDetail: 'Your own page counts what you need for renewal and by when. Reminders come in time.',
  check: 'To check someone else’s credential',
  checkDetail: 'Use <link>Verify</link> with the number on the certificate or its file. You need no account.',
  accessibility: 'If something stands in your way',
  accessibilityDetail:
    'Every page works with the keyboard alone and with a screen reader. For the exam you can ask for more time, breaks, another ground or other accommodations in your application. Language and colors can be changed at the foot of every page.',
  ask: 'Whom to ask',
  askApplication: 'About your application, fees, results or an appeal',
  askApplicationDetail:
    'The organization that runs the program. Its address stands on the page of your application, with the usual time of a reply.',
  askSite: 'About this site',
  askSiteDetail: 'The people who run it for the organization. If an error page showed a number, give that number.',
});
