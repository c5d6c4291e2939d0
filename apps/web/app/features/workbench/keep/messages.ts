import { defineMessages } from '../../../text/messages.ts';

/** Putting items into the item bank. */
export const messages = defineMessages({
  title: 'Keep in the item bank',
  lead: 'The items go to the bank of a program as QTI 3, with topic, level and objective. An item that the bank has by its identifier becomes its next version.',
  back: 'Back to the report',
  notAllowed:
    'Items are kept by psychometricians. Ask one of yours to open this package, or save it as QTI 3 and pass it on.',
  noProgram: 'The organization has no program yet.',
  noItems: 'Nothing can be kept: see in the report what stands against each item.',
  program: 'Program',
  topicFor: 'Topic for items of “{topic}” ({count})',
  topicForNone: 'Topic for items without one ({count})',
  chooseTopic: 'Choose a topic',
  level: 'Level for items without one',
  'level.remember': 'Remember',
  'level.understand': 'Understand',
  'level.apply': 'Apply',
  'level.analyze': 'Analyze',
  objective: 'Objective for items without one',
  objectiveHint: 'What a candidate can do who answers them. May stay empty.',
  items: 'Items to keep',
  itemName: '{title} ({identifier})',
  needTopics: 'Choose a topic for every group of items.',
  needItems: 'Choose at least one item.',
  tooMany:
    'At most 500 items go at a time. Leave {over, plural, one {# item} other {# items}} out and keep them afterwards.',
  keep: 'Keep {count, plural, one {# item} other {# items}}',
  keeping: 'Keeping {done, number} of {total, number} …',
  refused:
    'The bank refused {count, plural, one {# item} other {# items}}, so nothing of this part was kept. {before, plural, =0 {} one {# item before it was kept.} other {# items before it were kept.}}',
  refusedWhole: 'The bank refused them: {reason}',
  leaveOut: 'Leave the refused ones out',
  failed: 'The bank could not be reached; keep them again in a moment. Nothing is kept twice.',
  done: '{imported, plural, =0 {No item is new.} one {# item is new in the bank, or has a new version.} other {# items are new in the bank, or have a new version.}} {unchanged, plural, =0 {} one {# was there as it is.} other {# were there as they are.}}',
  toBank: 'To the items of the program',
});
