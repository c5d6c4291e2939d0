import { catalogContract } from './contract/catalog.ts';
import { editingContract } from './contract/editing.ts';

export const programsContract = { ...catalogContract, ...editingContract };
