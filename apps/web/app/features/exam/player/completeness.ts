import { type InteractionNode, type ItemResponse, interactionsOf, isAnswered } from '@testamur/qti';
import { lackOf } from '../../../player/answers/limits.ts';
import { valuesOf } from '../../../player/answers/response.ts';
import { gapsIn } from '../../../player/content/parts-in.ts';
import type { ExamItem } from '../delivery/port.ts';

type Completeness = 'answered' | 'partly' | 'unanswered';

/** What is watched, listened to or pressed answers nothing by itself. */
const isAsking = ({ interaction }: InteractionNode): boolean =>
  interaction !== 'media' && interaction !== 'end-attempt';

const requiredGaps = (interaction: InteractionNode): readonly string[] =>
  interaction.interaction === 'gap-match'
    ? gapsIn(interaction.content).flatMap(({ required, identifier }) => (required ? [identifier] : []))
    : [];

/** Partly: some of what the item asks is answered, or fewer choices, pairs or gaps than it asks for. */
export const completenessOf = (item: ExamItem, response: ItemResponse | undefined): Completeness => {
  const all = interactionsOf(item.view.body);
  const asking = all.some(isAsking) ? all.filter(isAsking) : all;
  const values = valuesOf(item, response);
  const given = ({ responseIdentifier }: InteractionNode) => values[responseIdentifier] ?? null;
  if (asking.length === 0) return isAnswered(response ?? null) ? 'answered' : 'unanswered';
  if (!asking.some((interaction) => isAnswered(given(interaction)))) return 'unanswered';
  const lacks = asking.some((interaction) => {
    const value = given(interaction);
    const lack = lackOf(interaction, value, requiredGaps(interaction));
    // A text in another form than the asked one is a whole answer all the same.
    return !isAnswered(value) || (lack !== null && lack.lack !== 'pattern');
  });
  return lacks ? 'partly' : 'answered';
};
