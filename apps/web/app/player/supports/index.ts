export { allSupports, type SupportWishes } from './cards.ts';
export { type ReadPreferences, readPnp, wishesOf } from './preferences.ts';
export { SupportsMenu } from './supports-menu.tsx';
