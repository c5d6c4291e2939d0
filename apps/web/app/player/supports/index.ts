export { allSupports, type SupportWishes, spokenTexts, supportsIn } from './cards.ts';
export { Materials, type MaterialTool } from './materials.tsx';
export { type PlayerPreferences, preferencesOf, readPnp, wishesOf } from './preferences.ts';
export { SupportsMenu } from './supports-menu.tsx';
