/**
 * A sentence for people, as a message code and its values, so that every reader sees it in their language.
 * `say()` renders it.
 */
export interface Text {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}
