import type { FeatureRoutes } from '../feature-routes.ts';
import { routes as account } from './account/routes.ts';
import { routes as apiReference } from './api-reference/routes.ts';
import { routes as application } from './application/routes.ts';
import { routes as assessments } from './assessments/routes.ts';
import { routes as catalog } from './catalog/routes.ts';
import { routes as compare } from './compare/routes.ts';
import { routes as credentials } from './credentials/routes.ts';
import { routes as evidence } from './evidence/routes.ts';
import { routes as exam } from './exam/routes.ts';
import { routes as fees } from './fees/routes.ts';
import { routes as gallery } from './gallery/routes.ts';
import { routes as guide } from './guide/routes.ts';
import { routes as help } from './help/routes.ts';
import { routes as home } from './home/routes.ts';
import { routes as operator } from './operator/routes.ts';
import { routes as plan } from './plan/routes.ts';
import { routes as playerHost } from './player-host/routes.ts';
import { routes as portfolio } from './portfolio/routes.ts';
import { routes as practice } from './practice/routes.ts';
import { routes as publicPrograms } from './public-programs/routes.ts';
import { routes as qualify } from './qualify/routes.ts';
import { routes as register } from './register/routes.ts';
import { routes as renewal } from './renewal/routes.ts';
import { routes as results } from './results/routes.ts';
import { routes as sharedCredential } from './shared-credential/routes.ts';
import { routes as staffAttempts } from './staff-attempts/routes.ts';
import { routes as staffAudit } from './staff-audit/routes.ts';
import { routes as staffBilling } from './staff-billing/routes.ts';
import { routes as staffCredentials } from './staff-credentials/routes.ts';
import { routes as staffKeys } from './staff-keys/routes.ts';
import { routes as staffOutbox } from './staff-outbox/routes.ts';
import { routes as staffPeople } from './staff-people/routes.ts';
import { routes as staffPrograms } from './staff-programs/routes.ts';
import { routes as staffQueues } from './staff-queues/routes.ts';
import { routes as staffRatings } from './staff-ratings/routes.ts';
import { routes as staffReissues } from './staff-reissues/routes.ts';
import { routes as staffReview } from './staff-review/routes.ts';
import { routes as statements } from './statements/routes.ts';
import { routes as style } from './style/routes.ts';
import { routes as verification } from './verification/routes.ts';
import { routes as wallet } from './wallet/routes.ts';
import { routes as workbench } from './workbench/routes.ts';

/** Every feature folder. A new one is added here once; its pages are listed in its own `routes.ts`. */
export const features: readonly FeatureRoutes[] = [
  account,
  apiReference,
  application,
  catalog,
  compare,
  assessments,
  credentials,
  evidence,
  exam,
  fees,
  gallery,
  guide,
  help,
  home,
  operator,
  plan,
  playerHost,
  portfolio,
  practice,
  publicPrograms,
  qualify,
  register,
  renewal,
  results,
  sharedCredential,
  staffAttempts,
  staffAudit,
  staffBilling,
  staffCredentials,
  staffKeys,
  staffOutbox,
  staffPeople,
  staffPrograms,
  staffQueues,
  staffRatings,
  staffReissues,
  staffReview,
  statements,
  style,
  verification,
  wallet,
  workbench,
];
