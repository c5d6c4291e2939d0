/**
 * How wide a document may be.
 *
 * `plain` is the reading for what people see: every member means in JSON what it means in JSON-LD, terms only, no
 * value objects, contexts by their addresses. `data-model` takes all that the Verifiable Credentials Data Model allows:
 * contexts written inside, language value objects, types that are URLs, and credentials of version 1.1. In both,
 * nothing is accepted that JSON-LD would drop, and nothing that could hide a member of the data model under another name.
 */
export type Profile = 'plain' | 'data-model';

/** Options of the checks that know both profiles. */
export interface ProfileOptions {
  /** `plain` by default. */
  readonly profile?: Profile;
}
