import type { AnyProcedure } from '@orpc/server';
import type { FastifyInstance } from 'fastify';
import type { Config } from './config/index.ts';
import type { Database } from './db/index.ts';
import type { GuardedFetch } from './fetch/index.ts';
import type { FileStore } from './files/index.ts';
import type { ContextOf, InTenant, Plumbing, TenantClock } from './http/index.ts';
import type { Event, Job, Schedule, Subscription } from './jobs/index.ts';
import type { Log } from './log/index.ts';
import type { Mailer } from './mail/index.ts';
import type { PdfRenderer } from './pdf/index.ts';

/** What every module is made with. Knows no domain. */
export interface Platform {
  readonly config: Config;
  readonly log: Log;
  readonly db: Database;
  readonly files: FileStore;
  readonly mailer: Mailer;
  readonly pdf: PdfRenderer;
  /** The one way out to an address that a stranger chose. */
  readonly outside: GuardedFetch;
  readonly plumbing: Plumbing;
  readonly clock: TenantClock;
  /** One transaction in an organization, for jobs. */
  readonly inTenant: InTenant;
}

/** What a module gives to the composition root. */
export interface ModuleParts {
  /** The name in the contract. */
  readonly name: string;
  readonly procedures: Readonly<Record<string, AnyProcedure>>;
  readonly jobs?: readonly Job[];
  readonly subscriptions?: readonly Subscription[];
  readonly schedules?: readonly Schedule[];
  /** Plain routes of a measured hot path, which take their schema from the contract. */
  readonly routes?: (server: FastifyInstance, contextOf: ContextOf) => void;
  /** Every event that it emits. */
  // biome-ignore lint/suspicious/noExplicitAny: events of different payloads stand side by side here.
  readonly emits?: readonly Event<any>[];
}
