import type { Api } from '../../../api.ts';
import { ActForm } from '../../../forms/act-form.tsx';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { Disclosure } from '../../../parts/disclosure.tsx';
import { Field } from '../../../parts/field.tsx';
import { fieldOf } from '../../../staff/field-of.ts';
import { useText } from '../../../text/use-text.ts';
import { messages } from './messages.ts';

export type Examiner = Awaited<ReturnType<Api['scheduling']['listExaminers']>>['examiners'][number];

/** Who was asked and what they have done; who has not submitted can be released, so that another can be asked. */
export const PanelList = ({ examiners }: { examiners: readonly Examiner[] }) => {
  const t = useText(messages);
  const asked = examiners.filter(({ state }) => state !== undefined);
  if (asked.length === 0) return null;
  return (
    <>
      <h2>{t('asked')}</h2>
      <ul>
        {asked.map(({ personId, name, state }) => (
          <li key={personId}>
            {t(state === 'submitted' ? 'hasSubmitted' : 'wasAsked', { name })}
            {state === 'asked' && (
              <Disclosure label={t('releaseLabel')} about={name}>
                <ActForm>
                  <input type="hidden" name="act" value="release" />
                  <input type="hidden" name="personId" value={personId} />
                  <Field
                    name={fieldOf('reason', personId)}
                    label={t('releaseReason')}
                    hint={t('releaseHint')}
                    lines={2}
                  />
                  <SubmitButton weight="other" about={name}>
                    {t('release')}
                  </SubmitButton>
                </ActForm>
              </Disclosure>
            )}
          </li>
        ))}
      </ul>
    </>
  );
};
