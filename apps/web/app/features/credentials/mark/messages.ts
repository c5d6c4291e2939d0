import { defineMessages } from '../../../text/messages.ts';

export const messages = defineMessages({
  lead: 'How it is used, and your agreement to that.',
  rules: 'Rules of use',
  agreed: 'You agreed on {date} as {name}.',
  download: 'Download the mark',
  svg: 'Mark (SVG)',
  svgHint: 'Sharp at every size, for print and for sites.',
  png: 'Mark (PNG)',
  pngHint: '600 by 600 pixels, for signatures and profiles.',
  picture: 'The mark',
  agree: 'Agree to these rules',
  agreeLead:
    'Once you agree, you can download the mark. Your name, the date and these words are kept with your records.',
  name: 'Your name',
  nameHint: 'Type it as it stands on the credential: {name}.',
  enterName: 'Type your name as it stands on the credential: {name}.',
  agreeAct: 'I agree',
  stop: 'Use of the mark must stop',
  stopWords:
    'Your certification has not been in force since {date}. From that day on the mark may not be shown: take it down from cards, signatures, profiles and sites.',
});
