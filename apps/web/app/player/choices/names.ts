import { type ContentNode, plainText } from '@testamur/qti';

interface Named {
  readonly identifier: string;
  readonly content: readonly ContentNode[];
  readonly objectLabel?: string | null;
  readonly image?: { readonly alt: string } | null;
}

/** What a choice is called in buttons, menus and messages: its words, those for its image, or else its identifier. */
export const nameOfChoice = ({ identifier, content, objectLabel, image }: Named): string =>
  plainText(content) || objectLabel || image?.alt || identifier;

/** Names of choices by identifier. */
export const namer = (choices: readonly Named[]): ((identifier: string) => string) => {
  const names = new Map(choices.map((choice) => [choice.identifier, nameOfChoice(choice)]));
  return (identifier) => names.get(identifier) ?? identifier;
};
