export { allSupports, type SupportWishes, supportsIn } from './cards.ts';
export { type PlayerPreferences, preferencesOf, readPnp, wishesOf } from './preferences.ts';
export { SupportsMenu } from './supports-menu.tsx';
