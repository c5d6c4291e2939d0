export { symmetricFunctions } from './symmetric-functions.ts';
