import type { ModuleParts, Platform } from '../../platform/platform.ts';
import { type ItemBankDeps, itemBankRoutes } from './routes.ts';

export { chooseForm, type FormChoice, type FormItem, type FormOrder, listFormItems, publishForm } from './forms.ts';
export { type Imported, importItems, importPackages } from './import.ts';
export { readStoredItem } from './queries.ts';
export type { ItemBankDeps } from './routes.ts';
export type { ItemSource } from './rules/accept-item.ts';
export { seededRandom } from './rules/random.ts';
export type { ItemPackage } from './rules/read-package.ts';

export const itemBankModule = (platform: Platform, deps: ItemBankDeps): ModuleParts => ({
  name: 'itemBank',
  procedures: itemBankRoutes(platform, deps),
});
