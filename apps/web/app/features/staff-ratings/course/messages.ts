import { defineMessages } from '../../../text/messages.ts';

export const messages = defineMessages({
  title: 'Course: {title}',
  leadOf: '{name}, {number}. {completed, number} of {all, number} modules completed.',
  lead: '{completed, number} of {all, number} modules completed.',
  hours: '{done, number} of {all, number} hours',
  back: 'Courses',
  modules: 'Modules',
  module: 'Module',
  what: 'What is learned',
  hoursHead: 'Hours',
  state: 'State',
  completedAt: 'Completed {date}',
  open: 'Not completed yet',
  record: 'Record modules that are completed',
  recordHint: 'It cannot be taken back. The last one passes the course: its result goes out by itself.',
  recordButton: 'Record as completed',
  choose: 'Choose at least one module that is completed.',
  closed: 'Nothing can be recorded now',
  allDone: 'Every module is completed',
  allDoneDetail: 'The course is passed, and the candidate is told.',
  own: 'This course is your own',
});
