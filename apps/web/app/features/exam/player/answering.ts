import type { TextValues } from '../../../text/format.ts';
import { isAnswered } from '../delivery/entry.ts';
import type { Exam, ExamState } from '../delivery/exam-state.ts';
import type { ExamItem } from '../delivery/port.ts';
import { choose, chosenIn, interactionOf, letterOf } from './choosing.ts';
import type { KeyCommand } from './keys.ts';
import type { messages } from './messages.ts';
import type { Place, PlaceAct } from './place.ts';

interface AnsweringParts {
  readonly exam: Exam;
  readonly state: ExamState;
  readonly place: Place;
  readonly go: (act: PlaceAct) => void;
  readonly item: ExamItem | undefined;
  readonly say: (key: keyof typeof messages, values?: TextValues) => void;
}

/** What a candidate can do with the item that is shown; pointer and keys alike. */
export const answering = ({ exam, state, place, go, item, say }: AnsweringParts) => {
  const interaction = item && interactionOf(item);
  const itemId = item?.itemId ?? '';
  const value = state.answers.responses.get(itemId);

  const onChoose = (option: string): void => {
    if (!interaction) return;
    const chosen = choose(interaction, value, option);
    if (chosen.ok) {
      go({ do: 'unstrike', itemId, option });
      exam.record({ itemId, kind: 'response', value: chosen.value });
    } else say('chooseUpTo', { count: chosen.most });
  };

  const onStrike = (option: string): void => {
    const letter = letterOf(interaction?.choices.findIndex(({ identifier }) => identifier === option) ?? 0);
    if (chosenIn(value).has(option)) {
      go({ do: 'disarm' });
      say('strikeChosen', { letter });
    } else go({ do: 'strike', itemId, option });
  };

  const onTakeBack = (): void => {
    if (isAnswered(value)) exam.record({ itemId, kind: 'response', value: null });
  };

  const onFlag = (): void => {
    exam.record({ itemId, kind: 'flag', value: !state.answers.flags.has(itemId) });
  };

  /** A digit: the option in that place. */
  const onDigit = (option: number): void => {
    const choice = interaction?.choices[option - 1];
    if (!choice) say('noSuchOption', { number: option });
    else if (place.striking) onStrike(choice.identifier);
    else onChoose(choice.identifier);
  };

  /** The keys that are about the item; false for the others. */
  const onKey = (command: KeyCommand): boolean => {
    if (place.view !== 'item') return false;
    switch (command.do) {
      case 'choose':
        onDigit(command.option);
        return true;
      case 'strike':
        go({ do: 'arm' });
        say('strikeNext');
        return true;
      case 'flag':
        onFlag();
        say(state.answers.flags.has(itemId) ? 'flagTakenBack' : 'unflag');
        return true;
      default:
        return false;
    }
  };

  return { value, onChoose, onStrike, onTakeBack, onFlag, onKey };
};
