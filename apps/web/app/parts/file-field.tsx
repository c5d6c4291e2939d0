import { useDocument } from '../document/document-context.ts';
import { fieldId, useField } from '../forms/form-problem.ts';
import { intlLocaleOf } from '../text/locales.ts';
import { useText } from '../text/use-text.ts';
import styles from './field.module.css';
import { messages } from './messages.ts';

interface FileFieldProps {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** MIME types; the server looks at the content, not the name. */
  accept?: readonly string[];
  maxMegabytes: number;
  several?: boolean;
  /** The file that is in place already. */
  present?: string;
}

const typeNames: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'application/json': 'JSON',
  'application/jwt': 'JWT',
  'image/svg+xml': 'SVG',
};

const usual = ['application/pdf', 'image/jpeg', 'image/png'] as const;

/** A file to send with the form (`<ActForm files>`). */
export const FileField = (props: FileFieldProps) => {
  const { name, label, hint, optional = false, accept = usual, maxMegabytes, several = false, present } = props;
  const t = useText(messages);
  const { locale } = useDocument();
  const { error } = useField(name);
  const id = fieldId(name);
  const types = new Intl.ListFormat(intlLocaleOf(locale), { type: 'disjunction' });
  const size = new Intl.NumberFormat(intlLocaleOf(locale), { style: 'unit', unit: 'megabyte' }).format(maxMegabytes);
  const limits = t('fileHint', { types: types.format(accept.map((type) => typeNames[type] ?? type)), size });
  return (
    <div className={styles.set} data-error={error !== undefined}>
      <label className={styles.legend} htmlFor={id}>
        {optional ? `${label} ${t('optional')}` : label}
      </label>
      <p id={`${id}-hint`} className={styles.hint}>
        {hint && <>{hint} </>}
        {limits}
      </p>
      {present && <p className={styles.hint}>{t('fileChosen', { name: present })}</p>}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      <input
        id={id}
        className={styles.file}
        type="file"
        name={name}
        accept={accept.join(',')}
        multiple={several}
        aria-invalid={error !== undefined}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
      />
    </div>
  );
};
