import type { Score } from './practice-item.tsx';
import { fields, type Responses } from './responses.ts';

interface AnswerFieldsProps {
  /** Answers of a page that is alive; without JavaScript its controls are sent as they are. */
  responses: Responses | undefined;
  checked: Score['items'];
}

/** What the form sends beside its controls: answers of every kind, and those that were checked before. */
export const AnswerFields = ({ responses, checked }: AnswerFieldsProps) => (
  <>
    {checked.length > 0 && (
      <input
        type="hidden"
        name={fields.kept}
        value={JSON.stringify(Object.fromEntries(checked.map(({ identifier, response }) => [identifier, response])))}
      />
    )}
    {responses && <input type="hidden" name={fields.answers} value={JSON.stringify(responses)} />}
  </>
);
