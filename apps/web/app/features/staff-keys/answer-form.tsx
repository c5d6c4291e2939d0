import { ActForm } from '../../forms/act-form.tsx';
import { SubmitButton } from '../../forms/submit-button.tsx';
import { ButtonRow } from '../../parts/button-row.tsx';

/** The second person does it, or turns it down. */
export const AnswerForm = ({ confirm, turnDown }: { confirm: string; turnDown: string }) => (
  <ActForm>
    <ButtonRow>
      <SubmitButton name="act" value="confirm" weight="grave">
        {confirm}
      </SubmitButton>
      <SubmitButton name="act" value="turn-down" weight="other">
        {turnDown}
      </SubmitButton>
    </ButtonRow>
  </ActForm>
);
