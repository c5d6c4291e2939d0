export { allSupports, type SupportWishes, spokenTexts, supportsIn } from './cards.ts';
export { Materials, type MaterialTool } from './materials.tsx';
export { SupportsMenu } from './supports-menu.tsx';
