import { type FormEvent, type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useDocument } from '../../../document/document-context.ts';
import { ActForm } from '../../../forms/act-form.tsx';
import { fieldId } from '../../../forms/form-problem.ts';
import { SubmitButton } from '../../../forms/submit-button.tsx';
import { ButtonRow } from '../../../parts/button-row.tsx';
import { Field } from '../../../parts/field.tsx';
import { useText } from '../../../text/use-text.ts';
import { type Checked, type Draft, placeIn, type View } from './checked.ts';
import styles from './editor.module.css';
import { messages } from './messages.ts';
import { Preview } from './preview/preview.tsx';
import { SavingLine } from './saving-line.tsx';
import { useCodeEditor } from './use-code-editor.ts';
import { useDraft } from './use-draft.ts';
import { useProgramCheck } from './use-program-check.ts';

interface WorkbenchProps {
  organization: string;
  programId: string;
  draft: Draft;
  yaml: string;
  begun: Checked | undefined;
  view: View;
  day: string;
  /** Where the program language is described. */
  schemaPath: string;
}

/** The file left, what people would see of it right. One form: without scripts its buttons check, save and go on. */
export const Workbench = ({ organization, programId, draft, begun, day, ...props }: WorkbenchProps) => {
  const t = useText(messages);
  const { nonce } = useDocument();
  const [view, setView] = useState(props.view);
  const { saving, revision, changed, flush } = useDraft({
    ...{ organization, programId },
    revision: draft.draft?.revision ?? 0,
  });
  const { checked, lastGood, checking, check, take } = useProgramCheck(organization, begun);
  const host = useRef<HTMLDivElement>(null);
  const formIn = useCallback(() => host.current?.closest('form') ?? undefined, []);

  const onChange = useCallback(
    (text: string) => {
      const form = formIn();
      changed(text);
      check(text, form ? placeIn(new FormData(form)) : {});
    },
    [changed, check, formIn],
  );
  const editor = useCodeEditor({
    ...{ host, nonce, onChange, schemaPath: props.schemaPath },
    id: fieldId('yaml'),
    label: t('file'),
    describedBy: 'keys',
  });
  const { showProblems, isOpen } = editor;
  useEffect(() => {
    if (isOpen) showProblems(checked?.problems ?? []);
  }, [checked, isOpen, showProblems]);
  // What the form was answered with, where it was sent.
  useEffect(() => {
    if (begun) take(begun);
  }, [begun, take]);

  const onPlace = ({ target }: FormEvent) => {
    const form = formIn();
    if (!isOpen || !form || !(target instanceof HTMLSelectElement)) return;
    check(String(new FormData(form).get('yaml') ?? ''), placeIn(new FormData(form)), 0);
  };
  const saveHere = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || event.target.closest('button')?.value !== 'save' || !isOpen) return;
    event.preventDefault();
    void flush();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what the buttons of the form do without scripts, done in place.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a button is clicked by keys, too.
    <div className={styles.workbench} onChange={onPlace} onClick={saveHere}>
      <ActForm>
        <input type="hidden" name="revision" value={revision} />
        <div className={styles.columns}>
          <section className={styles.file} aria-label={t('file')}>
            {isOpen && <h2>{t('file')}</h2>}
            <p id="keys" className={styles.quiet} hidden={!isOpen}>
              {t('keys')}
            </p>
            <div className={styles.plain} hidden={isOpen}>
              <Field name="yaml" label={t('file')} hint={t('fileHint')} lines={28} defaultValue={props.yaml} />
            </div>
            <div ref={host} className={styles.code} hidden={!isOpen} />
            <p role="status" className={styles.quiet}>
              <SavingLine saving={saving} draft={draft} />{' '}
              {saving.state === 'refused' && <a href={`?show=${view}`}>{t('loadTheirs')}</a>}
            </p>
            <div className={styles.acts}>
              <ButtonRow>
                <SubmitButton name="act" value="affected">
                  {t('affected')}
                </SubmitButton>
                <SubmitButton name="act" value="save" weight="other">
                  {t('save')}
                </SubmitButton>
                {!isOpen && (
                  <SubmitButton name="act" value="check" weight="other">
                    {t('check')}
                  </SubmitButton>
                )}
              </ButtonRow>
            </div>
          </section>
          <Preview
            checked={checked}
            good={lastGood}
            checking={checking}
            view={view}
            day={day}
            show={isOpen ? setView : undefined}
            goTo={isOpen ? ({ line, column }) => editor.goTo(line, column) : undefined}
          />
        </div>
      </ActForm>
    </div>
  );
};
