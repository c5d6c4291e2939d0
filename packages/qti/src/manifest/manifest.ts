import type { QtiVersion } from '../model/item.ts';
import type { Message } from '../model/message.ts';
import type { QtiMetadata } from './qti-metadata.ts';
import type { UnreadElement } from './unread.ts';

/** The levels of thinking that items are classified by, from low to high. */
export const COGNITIVE_LEVELS = ['remember', 'understand', 'apply', 'analyze'] as const;
export type CognitiveLevel = (typeof COGNITIVE_LEVELS)[number];

/**
 * A resource of a content package (IMS Content Packaging 1.2, class Resource). `href` and `files` are paths inside the package,
 * percent-decoded, relative to the manifest, and never climb out of it; `href` is null for a resource without an address or on the
 * web. `kind` and `version` are what `type` says. `topic` (purpose "discipline"), `cognitiveLevel` ("skill level") and `objective`
 * ("educational objective") are read from its LOM classifications; null when it has none.
 */
export interface ManifestResource {
  readonly identifier: string;
  readonly type: string;
  readonly kind: 'item' | 'test' | 'section' | 'stimulus' | 'other';
  readonly version: QtiVersion | null;
  readonly href: string | null;
  readonly files: readonly string[];
  /** Identifiers of resources. */
  readonly dependencies: readonly string[];
  /** Other resources that can stand in for this one (IMS Content Packaging extension, class Variant). */
  readonly variants: readonly { readonly identifier: string; readonly resource: string }[];
  readonly topic: string | null;
  readonly cognitiveLevel: CognitiveLevel | null;
  readonly objective: string | null;
  readonly qti: QtiMetadata | null;
  /** Metadata that is kept and not used. */
  readonly unread: readonly UnreadElement[];
}

/** A package manifest (imsmanifest.xml). `version` null when it does not say which QTI it is of. */
export interface Manifest {
  readonly identifier: string;
  readonly schema: string | null;
  readonly schemaVersion: string | null;
  readonly version: QtiVersion | null;
  readonly resources: readonly ManifestResource[];
  /** Metadata of the package, which is kept and not used. */
  readonly unread: readonly UnreadElement[];
}

/** As ItemResult: `loss` names what was left out, `refused` why nothing was read. */
export type ManifestResult =
  | { readonly status: 'ok'; readonly manifest: Manifest; readonly messages: readonly [] }
  | { readonly status: 'loss'; readonly manifest: Manifest; readonly messages: readonly Message[] }
  | { readonly status: 'refused'; readonly messages: readonly [Message] };
