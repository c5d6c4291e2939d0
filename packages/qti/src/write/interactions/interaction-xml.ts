import type { AttributeValue, XmlPart } from '../xml.ts';

/** What an interaction writes of its own: beside the attributes of all, and after the prompt. */
export interface InteractionXml {
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly children: readonly (XmlPart | string)[];
}
