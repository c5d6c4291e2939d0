import { defineMessages } from '../../../text/messages.ts';

export const messages = defineMessages({
  title: 'Exam forms',
  lead: 'Fixed sets of items for {program}. A published form stays as it is; a retake gets another one.',
  program: 'Program',
  caption: 'Forms, the newest first',
  name: 'Form',
  assessment: 'Assessment',
  edition: 'Edition',
  items: 'Items',
  topics: 'By topic',
  topicCount: '{title}: {items, number}',
  topicsOf: 'of {name}',
  seed: 'Seed',
  published: 'Published',
  by: 'By',
  nothing: 'No form is published yet',
  nothingDetail: 'No exam can begin without one.',
  noProgram: 'No program is published yet',
  publish: 'Publish a form',
  back: 'Exam forms',
  publishTitle: 'Publish a form',
  publishLead:
    'Items are drawn by the blueprint of {program}, edition {edition}, those that stand in fewer forms first, and frozen. A retake gets a form that the candidate has not seen.',
  nameHint: 'A name that tells forms apart, such as “Spring 2027 A”.',
  seedHint:
    'A whole number. The same number draws the same items from the same bank, so the draw can be repeated and checked.',
  publishButton: 'Publish the form',
  enterName: 'Enter a name for the form.',
  enterSeed: 'Enter a whole number from 0 to 2147483647.',
  chooseAssessment: 'Choose the assessment.',
  noExam: 'This edition has no exam that a form could be for',
});
