import { response, type Sample } from './write-item.ts';

/** Interactions that are answered in words, by files, by listening or by ending the attempt. */
export const writing: readonly Sample[] = [
  {
    id: 'text-entry',
    title: 'Text entry',
    responses: response('single', 'string', ['catalog']),
    body: `<p>The list of everything that a library holds is its
      <qti-text-entry-interaction response-identifier="RESPONSE" expected-length="12"/>.</p>`,
    answered: { RESPONSE: 'register' },
  },
  {
    id: 'extended-text',
    title: 'Extended text',
    responses: response('single', 'string'),
    body: `<qti-extended-text-interaction class="qti-counter-up" response-identifier="RESPONSE" expected-length="400">
      <qti-prompt><p>Say in a few sentences how you would answer a complaint about noise.</p></qti-prompt>
    </qti-extended-text-interaction>`,
    answered: { RESPONSE: 'I would listen first, then offer the quiet room and speak with the others.' },
  },
  {
    id: 'upload',
    title: 'Upload',
    responses: response('single', 'file'),
    body: `<qti-upload-interaction response-identifier="RESPONSE" type="application/pdf">
      <qti-prompt><p>Add your plan for the exhibition as PDF.</p></qti-prompt>
    </qti-upload-interaction>`,
    answered: { RESPONSE: 'plan.pdf' },
  },
  {
    id: 'media',
    title: 'Media',
    responses: response('single', 'integer'),
    body: `<qti-media-interaction response-identifier="RESPONSE" autostart="false" min-plays="1" max-plays="2">
      <qti-prompt><p>Listen to the signal for closing.</p></qti-prompt>
      <audio src="tone.wav"></audio>
    </qti-media-interaction>`,
    answered: { RESPONSE: 1 },
  },
  {
    id: 'end-attempt',
    title: 'End attempt',
    responses: response('single', 'boolean'),
    body: `<p>Think of where you would look first.
      <qti-end-attempt-interaction response-identifier="RESPONSE" title="Show a hint" count-attempt="false"/></p>`,
    answered: { RESPONSE: true },
  },
  {
    id: 'portable-custom',
    title: 'Portable custom',
    responses: response('single', 'integer', ['3']),
    body: `<qti-portable-custom-interaction response-identifier="RESPONSE" module="counter"
        custom-interaction-type-identifier="urn:testamur:counter">
      <qti-interaction-modules><qti-interaction-module id="counter" primary-path="counter.js"/></qti-interaction-modules>
      <qti-interaction-markup><p>Count the returned books.</p></qti-interaction-markup>
    </qti-portable-custom-interaction>`,
    answered: { RESPONSE: 2 },
  },
  {
    id: 'custom',
    title: 'Custom',
    responses: response('single', 'string'),
    body: `<qti-custom-interaction response-identifier="RESPONSE"><p>Something that no standard describes.</p></qti-custom-interaction>`,
  },
];
