export { enterTenant, findTenant } from './authorize.ts';
export { bind, type CommandRecord, type Handlers, type Plumbing, type RequestContext } from './bind.ts';
export { mayBeCached } from './cached.ts';
export { type Call, type Scope, scopeOf, type Tenant, type Viewer, viewerOf } from './call.ts';
export { forgetAnswers } from './idempotency.ts';
export { type ProblemDetails, problemDetails, toProblemError } from './problem-details.ts';
export { createApiHandler, createInProcessClient, describeApi } from './router.ts';
export { type ContextOf, createHttpServer, type HttpOptions } from './server.ts';
export { type InTenant, inTenant, type TenantClock } from './tenants.ts';
