import { defineMessages } from '../../../text/messages.ts';

export const messages = defineMessages({
  title: 'Practice',
  strip: 'Practice. Nothing here is kept or counts; the time is made up.',
  back: 'Back to before the exam',
  doneTitle: 'End of practice',
  done: 'You answered {answered, number} of {items, number} practice items. In the exam, submitting seals your answers; here nothing was kept.',
  again: 'Practice again',
  firstStem: 'The connection is lost while you work on the exam. What happens to the answers that you give meanwhile?',
  firstA: 'They are lost, and the items have to be answered again.',
  firstB: 'They stay on this device, and go to the server when the connection is back.',
  firstC: 'They cannot be given: the exam stops until the connection is back.',
  firstD: 'They are sent by mail.',
  secondStem:
    'You want to come back to an item later. Try what the player has for that: flag this item, open the review of all items, show only those that are flagged, and come back here. How is the exam submitted in the end?',
  secondA: 'With a key.',
  secondB: 'By answering the last item.',
  secondC: 'On a page of its own, which the review leads to.',
  secondD: 'By closing the browser.',
});
