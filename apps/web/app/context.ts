import { createContext } from 'react-router';
import type { Api } from './api.ts';

/** A person's place in an organization. */
export interface Membership {
  readonly organizationId: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: 'platform' | 'live' | 'demonstration' | 'rehearsal';
  readonly roles: readonly string[];
}

/** Who is signed in. */
export interface Viewer {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly Membership[];
}

export interface RequestFacts {
  readonly id: string;
  /** Of the `Content-Security-Policy`; made anew for every request. */
  readonly nonce: string;
  /** The installation holds demonstration data: a striped bar says so on page and print. */
  readonly demonstration: boolean;
  readonly development: boolean;
  /** Writes a bug to the log under the request id. */
  readonly report: (error: unknown) => void;
}

/** The API with the rights of the viewer. */
export const apiContext = createContext<Api>();
/** `undefined` when nobody is signed in. */
export const viewerContext = createContext<Viewer | undefined>(undefined);
export const requestContext = createContext<RequestFacts>();
/** The OpenAPI document of the API, as it is also served. */
export const apiDocumentContext = createContext<unknown>();
