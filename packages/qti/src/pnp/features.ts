/** The features of the QTI 3.0 profile of AfA PNP 3.0 (class AccessForAllPNP), by the names of their elements. */
export const PNP_FEATURES = [
  'hazard-avoidance',
  'input-requirements',
  'language-of-interface',
  'linguistic-guidance',
  'keyword-emphasis',
  'keyword-translation',
  'simplified-language-portions',
  'simplified-graphics',
  'item-translation',
  'sign-language',
  'encouragement',
  'additional-testing-time',
  'line-reader',
  'invert-display-polarity',
  'magnification',
  'spoken',
  'tactile',
  'braille',
  'answer-masking',
  'keyboard-directions',
  'additional-directions',
  'long-description',
  'captions',
  'environment',
  'transcript',
  'alternative-text',
  'audio-description',
  'high-contrast',
  'layout-single-column',
  'text-appearance',
  'calculator-on-screen',
  'dictionary-on-screen',
  'glossary-on-screen',
  'thesaurus-on-screen',
  'homophone-checker-on-screen',
  'note-taking-on-screen',
  'visual-organizer-on-screen',
  'outliner-on-screen',
  'peer-interaction-on-screen',
  'spell-checker-on-screen',
] as const;

/** When a feature is there: from the start, when the person turns it on, or not at all. */
export type PnpActivation = 'on' | 'option' | 'prohibited';

/**
 * One need or preference (a member of class AccessForAllPNP).
 *
 * - `name`: one of PNP_FEATURES, or an extension `ext:…`.
 * - `activation`: a feature that stands in no set is on: whoever states a need means it to be met. Prohibition wins.
 * - `language`: BCP 47, from xml:lang.
 * - `replaces`: access modes that it takes the place of (elements replace-access-mode-…): `visual`, `textual`, `auditory`, …
 * - `details`: what else it says, by the path of the element and the name of the attribute: `time-multiplier`,
 *   `font-face/font-name`, `all-content/zoom-amount`; an empty element is `true`.
 */
export interface PnpFeature {
  readonly name: string;
  readonly activation: PnpActivation;
  readonly language: string | null;
  readonly replaces: readonly string[];
  readonly details: Readonly<Record<string, string>>;
}

/** What a person needs and prefers (class AccessForAllPNP). Features that may be given twice stand here twice. */
export interface NeedsAndPreferences {
  readonly features: readonly PnpFeature[];
}

/** The sets of features, by the names of the QTI 3.0 profile and those of AfA PNP 3.0 itself. */
export const PNP_SETS: Readonly<Record<string, PnpActivation>> = {
  'activate-at-initialization-set': 'on',
  'activate-by-default-feature-set': 'on',
  'activate-as-option-set': 'option',
  'activate-as-option-feature-set': 'option',
  'prohibit-set': 'prohibited',
  'prohibited-feature-set': 'prohibited',
};
