import type { Text } from '../text.ts';
import type { en } from './en.ts';

export type MessageCode = keyof typeof en;

/** The names between the braces of a message; money also needs its currency, units what one of them is called. */
type Names<Message extends string> = Message extends `${string}{${infer Inside}}${infer Rest}`
  ?
      | (Inside extends `${infer Name}, money`
          ? Name | 'currency'
          : Inside extends `${infer Name}, units`
            ? Name | 'unit'
            : Inside extends `${infer Name}, ${string}`
              ? Name
              : Inside)
      | Names<Rest>
  : never;

type ValuesOf<Code extends MessageCode> = Readonly<Record<Names<(typeof en)[Code]>, string | number>>;

type ValueArguments<Code extends MessageCode> = [Names<(typeof en)[Code]>] extends [never] ? [] : [ValuesOf<Code>];

/** A text whose code stands in the catalog and whose values are all there: both are checked by the compiler. */
export function text<Code extends MessageCode>(code: Code, ...[values]: ValueArguments<Code>): Text {
  return values === undefined ? { code } : { code, values };
}
