import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { CodeEditor, PlacedProblem } from './code/code-editor.client.ts';

interface Opening {
  /** Stands in a form beside the text field `yaml`, which keeps what is written for the form to send. */
  readonly host: RefObject<HTMLDivElement | null>;
  readonly schemaPath: string;
  readonly nonce: string;
  readonly id: string;
  readonly label: string;
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
}

const fieldIn = (host: HTMLElement): HTMLTextAreaElement | undefined => {
  const field = host.closest('form')?.elements.namedItem('yaml');
  return field instanceof HTMLTextAreaElement ? field : undefined;
};

/** An editor in place of the text field, once it has come; where it does not come, the field stays. */
export const useCodeEditor = ({ host, schemaPath, nonce, id, label, describedBy, onChange }: Opening) => {
  const editor = useRef<CodeEditor>(undefined);
  const [isOpen, setOpen] = useState(false);
  const told = useRef(onChange);
  useEffect(() => {
    told.current = onChange;
  }, [onChange]);

  useEffect(() => {
    const parent = host.current;
    const field = parent && fieldIn(parent);
    if (!parent || !field) return;
    let isOver = false;
    const open = async () => {
      const [{ openCodeEditor }, schema] = await Promise.all([
        import('./code/code-editor.client.ts'),
        fetch(schemaPath).then((answer) => answer.json()),
      ]);
      if (isOver) return;
      const hadFocus = document.activeElement === field;
      field.removeAttribute('id');
      editor.current = openCodeEditor({
        ...{ parent, schema, nonce, id, label, describedBy, text: field.value },
        onChange: (text) => {
          const sent = fieldIn(parent);
          if (sent) sent.value = text;
          told.current(text);
        },
      });
      setOpen(true);
      if (hadFocus) editor.current.goTo(1, 1);
    };
    // Without it, the field does all that is needed.
    open().catch((error: unknown) => console.error(error));
    return () => {
      isOver = true;
      editor.current?.close();
      field.id = id;
    };
  }, [host, schemaPath, nonce, id, label, describedBy]);

  const goTo = useCallback((line: number, column: number) => editor.current?.goTo(line, column), []);
  const showProblems = useCallback((problems: readonly PlacedProblem[]) => editor.current?.showProblems(problems), []);
  return { isOpen, goTo, showProblems };
};
