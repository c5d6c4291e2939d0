/** What a candidate agrees to before the clock starts. */
export const examRules = (items: number, duration: string): readonly string[] => [
  `The exam has ${items} items. You have ${duration}, counted by the server from the moment you begin.`,
  'The clock does not stop when you leave the page or lose the connection.',
  'Each answer is kept on your device first and then sent; the page always shows where your answers are.',
  'You may go back, change answers and flag items until you submit or the time is up.',
  'When the time is up, the exam is sealed with the answers that you gave.',
  'One device at a time may write. Opening the exam on another one ends writing on the first.',
  'Work alone, without notes, telephone or other devices.',
  'Do not copy, record or pass on any item. Doing so ends the exam and can end the certification.',
];
