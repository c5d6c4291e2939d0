import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { formPublished } from './events.ts';
import { type ItemBankDeps, itemBankRoutes } from './routes.ts';

export { formPublished } from './events.ts';
export {
  canVary,
  chooseForm,
  countForms,
  type FormChoice,
  type FormItem,
  type FormOrder,
  listFormItems,
  publishForm,
} from './forms.ts';
export { type Imported, importItems, importPackages, readItemPackages } from './import.ts';
export { readStoredItem } from './queries.ts';
export type { ItemBankDeps } from './routes.ts';
export type { ItemSource } from './rules/accept-item.ts';
export type { ItemPackage } from './rules/read-package.ts';
export { type FormTrace, traceForm } from './trace.ts';

export const itemBankModule = (platform: Platform, deps: ItemBankDeps): ModuleParts => ({
  name: 'itemBank',
  procedures: itemBankRoutes(platform, deps),
  emits: [formPublished],
});
