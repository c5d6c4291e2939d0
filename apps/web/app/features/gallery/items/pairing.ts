import { response, type Sample } from './write-item.ts';

const matching = (
  attributes: string,
): string => `<qti-match-interaction ${attributes} response-identifier="RESPONSE" max-associations="3">
      <qti-prompt><p>Match each tool with its work.</p></qti-prompt>
      <qti-simple-match-set>
        <qti-simple-associable-choice identifier="bone" match-max="1">Bone folder</qti-simple-associable-choice>
        <qti-simple-associable-choice identifier="press" match-max="1">Nipping press</qti-simple-associable-choice>
        <qti-simple-associable-choice identifier="awl" match-max="1">Awl</qti-simple-associable-choice>
      </qti-simple-match-set>
      <qti-simple-match-set>
        <qti-simple-associable-choice identifier="crease" match-max="1">Creasing paper</qti-simple-associable-choice>
        <qti-simple-associable-choice identifier="flat" match-max="1">Pressing boards flat</qti-simple-associable-choice>
        <qti-simple-associable-choice identifier="hole" match-max="1">Piercing holes for sewing</qti-simple-associable-choice>
      </qti-simple-match-set>
    </qti-match-interaction>`;

const matched = {
  responses: response('multiple', 'directedPair', ['bone crease', 'press flat', 'awl hole']),
  answered: { RESPONSE: ['bone crease', 'press hole'] },
};

/** Interactions that are answered by pairs. */
export const pairing: readonly Sample[] = [
  {
    id: 'associate',
    title: 'Associate',
    responses: response('multiple', 'pair', ['atlas maps', 'diary days']),
    body: `<qti-associate-interaction response-identifier="RESPONSE" max-associations="2">
      <qti-prompt><p>Which two belong together, twice?</p></qti-prompt>
      <qti-simple-associable-choice identifier="atlas" match-max="1">Atlas</qti-simple-associable-choice>
      <qti-simple-associable-choice identifier="diary" match-max="1">Diary</qti-simple-associable-choice>
      <qti-simple-associable-choice identifier="maps" match-max="1">Maps</qti-simple-associable-choice>
      <qti-simple-associable-choice identifier="days" match-max="1">Days</qti-simple-associable-choice>
    </qti-associate-interaction>`,
    answered: { RESPONSE: ['atlas maps'] },
  },
  { id: 'match', title: 'Match', body: matching(''), ...matched },
  { id: 'match-tabular', title: 'Match, as a table', body: matching('class="qti-match-tabular"'), ...matched },
  {
    id: 'gap-match',
    title: 'Gap match',
    responses: response('multiple', 'directedPair', ['author G1', 'title G2']),
    body: `<qti-gap-match-interaction max-associations="2" response-identifier="RESPONSE">
      <qti-prompt><p>Complete the rule with two of the words.</p></qti-prompt>
      <qti-gap-text identifier="author" match-max="1">author</qti-gap-text>
      <qti-gap-text identifier="title" match-max="1">title</qti-gap-text>
      <qti-gap-text identifier="color" match-max="1">color</qti-gap-text>
      <p>Fiction stands by its <qti-gap identifier="G1"/>, and within that by its <qti-gap identifier="G2"/>.</p>
    </qti-gap-match-interaction>`,
    answered: { RESPONSE: ['author G1', 'color G2'] },
  },
];
