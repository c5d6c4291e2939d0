import { response, type Sample } from './write-item.ts';

const image = '<img src="floor-plan.svg" alt="The plan of a small library" width="480" height="300"/>';

/** A way drawn on the plan: from the reading room to the door on the left. */
const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="300" viewBox="0 0 480 300">
  <path d="M330 215 L225 160 L200 140 L60 230" fill="none" stroke="#b91c1c" stroke-width="5" stroke-linecap="round"/>
</svg>`;

const rooms = (element: string, more = ''): string =>
  [
    ['stacks', '40,40,180,140', 'Stacks'],
    ['desk', '220,40,310,140', 'Desk'],
    ['office', '350,40,440,140', 'Office'],
    ['reading', '220,200,440,260', 'Reading room'],
  ]
    .map(
      ([id, coords, label]) =>
        `<${element} identifier="${id}" shape="rect" coords="${coords}" hotspot-label="${label}" ${more}/>`,
    )
    .join('');

/** Interactions on a picture. */
export const graphic: readonly Sample[] = [
  {
    id: 'hotspot',
    title: 'Hotspot',
    responses: response('single', 'identifier', ['desk']),
    body: `<qti-hotspot-interaction response-identifier="RESPONSE" max-choices="1">
      <qti-prompt><p>Where are books lent?</p></qti-prompt>${image}${rooms('qti-hotspot-choice')}
    </qti-hotspot-interaction>`,
    answered: { RESPONSE: 'office' },
  },
  {
    id: 'graphic-order',
    title: 'Graphic order',
    responses: response('ordered', 'identifier', ['desk', 'stacks', 'reading', 'office']),
    body: `<qti-graphic-order-interaction response-identifier="RESPONSE">
      <qti-prompt><p>In which order does the evening round visit the rooms?</p></qti-prompt>${image}${rooms('qti-hotspot-choice')}
    </qti-graphic-order-interaction>`,
    answered: { RESPONSE: ['desk', 'reading', 'stacks', 'office'] },
  },
  {
    id: 'graphic-associate',
    title: 'Graphic associate',
    responses: response('multiple', 'pair', ['stacks desk']),
    body: `<qti-graphic-associate-interaction response-identifier="RESPONSE" max-associations="2">
      <qti-prompt><p>Between which rooms do returned books travel?</p></qti-prompt>${image}${rooms('qti-associable-hotspot', 'match-max="2"')}
    </qti-graphic-associate-interaction>`,
    answered: { RESPONSE: ['office desk'] },
  },
  {
    id: 'graphic-gap-match',
    title: 'Graphic gap match',
    responses: response('multiple', 'directedPair', ['lend desk', 'read reading']),
    body: `<qti-graphic-gap-match-interaction max-associations="2" response-identifier="RESPONSE">
      <qti-prompt><p>Put each act where it belongs.</p></qti-prompt>${image}
      <qti-gap-text identifier="lend" match-max="1">Lending</qti-gap-text>
      <qti-gap-text identifier="read" match-max="1">Reading</qti-gap-text>
      ${rooms('qti-associable-hotspot', 'match-max="1"')}
    </qti-graphic-gap-match-interaction>`,
    answered: { RESPONSE: ['lend desk', 'read office'] },
  },
  {
    id: 'select-point',
    title: 'Select point',
    responses: response('single', 'point', ['265 90']),
    body: `<qti-select-point-interaction response-identifier="RESPONSE" max-choices="1">
      <qti-prompt><p>Mark the middle of the desk.</p></qti-prompt>${image}
    </qti-select-point-interaction>`,
    answered: { RESPONSE: '120 210' },
  },
  {
    id: 'position-object',
    title: 'Position object',
    responses: response('multiple', 'point', ['330 230']),
    body: `<qti-position-object-stage>${image}
      <qti-position-object-interaction response-identifier="RESPONSE" max-choices="2">
        <qti-prompt><p>Place up to two fire extinguishers.</p></qti-prompt>
        <img src="marker.svg" alt="Fire extinguisher" width="40" height="40"/>
      </qti-position-object-interaction></qti-position-object-stage>`,
    answered: { RESPONSE: ['100 200', '400 160'] },
  },
  {
    id: 'drawing',
    title: 'Drawing',
    responses: response('single', 'file'),
    body: `<qti-drawing-interaction response-identifier="RESPONSE">
      <qti-prompt><p>Draw the way out of the reading room.</p></qti-prompt>${image}
    </qti-drawing-interaction>`,
    answered: { RESPONSE: `data:image/svg+xml,${encodeURIComponent(drawn)}` },
  },
];
