export * from './data/index.ts';
export * from './guard/index.ts';
export * from './irt/items/index.ts';
export * from './presentation/index.ts';
