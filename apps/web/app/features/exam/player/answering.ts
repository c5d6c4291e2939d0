import { type InteractionNode, interactionsOf, type PlainValue } from '@testamur/qti';
import { membersOf } from '../../../player/answers/choose.ts';
import { valuesOf, withValue } from '../../../player/answers/response.ts';
import type { TextValues } from '../../../text/format.ts';
import type { Exam, ExamState } from '../delivery/exam-state.ts';
import type { ExamItem } from '../delivery/port.ts';
import type { KeyCommand } from './keys.ts';
import type { messages } from './messages.ts';
import { type Place, type PlaceAct, struckIn } from './place.ts';
import { chosenNames, type Pressable, pressedBy, struckByResponse, struckName } from './pressing.ts';

interface AnsweringParts {
  readonly exam: Exam;
  readonly state: ExamState;
  readonly place: Place;
  readonly go: (act: PlaceAct) => void;
  readonly item: ExamItem | undefined;
  readonly say: (key: keyof typeof messages, values?: TextValues) => void;
  /** The interaction that has the focus, by its place in the item. */
  readonly focused: () => number | undefined;
}

/** Their values change with each stroke or step: they are recorded when they rest. */
const FLOWING: ReadonlySet<InteractionNode['interaction']> = new Set([
  'text-entry',
  'extended-text',
  'slider',
  'portable-custom',
]);

const bindingOf = (interactions: readonly InteractionNode[], identifier: string) =>
  interactions.find(
    (node) =>
      node.responseIdentifier === identifier || ('stringIdentifier' in node && node.stringIdentifier === identifier),
  );

/** What a candidate can do with the item that is shown; pointer and keys alike. */
export const answering = ({ exam, state, place, go, item, say, focused }: AnsweringParts) => {
  const itemId = item?.itemId ?? '';
  const interactions = item ? interactionsOf(item.view.body) : [];
  const values = item ? valuesOf(item, state.answers.responses.get(itemId)) : {};

  const onChange = (responseIdentifier: string, value: PlainValue): void => {
    if (!item) return;
    for (const option of chosenNames(responseIdentifier, value)) {
      if (struckIn(place, itemId).has(option)) go({ do: 'unstrike', itemId, option });
    }
    // Two variables may change in one go: what is shown now counts, not what was drawn.
    const before = exam.state().answers.responses.get(itemId);
    const response = withValue(item, before, responseIdentifier, value);
    if (JSON.stringify(response) === JSON.stringify(before ?? null)) return;
    const node = bindingOf(interactions, responseIdentifier);
    const record = node && FLOWING.has(node.interaction) ? exam.draft : exam.record;
    record({ itemId, kind: 'response', value: response });
  };

  const onStrike = (responseIdentifier: string, option: string): void => {
    const pressed = pressedBy(
      interactions,
      interactions.find((node) => node.responseIdentifier === responseIdentifier),
    );
    if (membersOf(values[responseIdentifier]).includes(option)) {
      const label = pressed?.options.find(({ identifier }) => identifier === option)?.label ?? '';
      go({ do: 'disarm' });
      say('strikeChosen', { letter: label });
    } else go({ do: 'strike', itemId, option: struckName(responseIdentifier, option) });
  };

  const onFlag = (): void => {
    exam.record({ itemId, kind: 'flag', value: !state.answers.flags.has(itemId) });
  };

  const onNoStrike = (): void => {
    go({ do: 'disarm' });
    say('strikeNone');
  };

  const onOption = (pressed: Pressable, option: string): void => {
    const change = pressed.press(values[pressed.responseIdentifier], option);
    if (change.ok) onChange(pressed.responseIdentifier, change.value);
    else say('chooseUpTo', { count: change.most });
  };

  const onDigit = (digit: number): void => {
    const at = focused();
    const pressed = pressedBy(interactions, at === undefined ? undefined : interactions[at]);
    const option = pressed?.options[digit - 1]?.identifier;
    if (!pressed) say('noOptions');
    else if (option === undefined) say('noSuchOption', { number: digit });
    else if (!place.striking) onOption(pressed, option);
    else if (pressed.strikes) onStrike(pressed.responseIdentifier, option);
    else onNoStrike();
  };

  /** The keys that are about the item; false for the others. */
  const onKey = (command: KeyCommand): boolean => {
    if (place.view !== 'item') return false;
    switch (command.do) {
      case 'choose':
        onDigit(command.option);
        return true;
      case 'strike':
        if (interactions.some(({ interaction }) => interaction === 'choice')) {
          go({ do: 'arm' });
          say('strikeNext');
        } else onNoStrike();
        return true;
      case 'flag':
        onFlag();
        say(state.answers.flags.has(itemId) ? 'flagTakenBack' : 'unflag');
        return true;
      default:
        return false;
    }
  };

  const struck = struckByResponse(struckIn(place, itemId));
  return { values, struck, onChange, onStrike, onFlag, onKey };
};
