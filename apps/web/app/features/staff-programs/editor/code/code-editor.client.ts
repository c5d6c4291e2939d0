import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  completionKeymap,
  startCompletion,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { foldGutter, foldKeymap, indentUnit } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { completionsAt, type Offer, type SchemaNode } from './completions.ts';
import { theme } from './theme.client.ts';
import { yamlMarks } from './yaml-marks.client.ts';

/** A place in the file, counted from 1, and what is wrong there. */
export interface PlacedProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint?: string | undefined;
}

export interface CodeEditor {
  readonly goTo: (line: number, column: number) => void;
  readonly showProblems: (problems: readonly PlacedProblem[]) => void;
  readonly close: () => void;
}

interface Opening {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly schema: SchemaNode;
  /** Of the content security policy, for the style sheet that the editor makes. */
  readonly nonce: string;
  /** The content takes this id, so that links of an error summary lead to it. */
  readonly id: string;
  readonly label: string;
  readonly describedBy: string;
  readonly onChange: (text: string) => void;
}

/** A place that may lie behind the end, as text is typed while the check is under way. */
const offsetOf = ({ doc }: EditorState, line: number, column: number): number => {
  const { from, to } = doc.line(Math.min(Math.max(1, line), doc.lines));
  return Math.min(from + Math.max(0, column - 1), to);
};

const diagnosticOf = (state: EditorState, { line, column, message, hint }: PlacedProblem): Diagnostic => {
  const from = offsetOf(state, line, column);
  const rest = state.doc.lineAt(from).text.slice(from - state.doc.lineAt(from).from);
  const word = /^["']?[^\s:,[\]{}]+/.exec(rest)?.[0].length ?? 0;
  const words = hint === undefined ? message : `${message} ${hint}`;
  return { from, to: from + word, severity: 'error', message: words };
};

const optionOf = ({ label, kind, detail, info, text }: Offer) => ({
  label,
  type: kind === 'key' ? 'property' : 'enum',
  ...(detail === undefined ? {} : { detail }),
  ...(info === undefined ? {} : { info }),
  apply: (view: EditorView, _option: unknown, from: number, to: number) => {
    // A key that has its colon already keeps it.
    const rest = view.state.doc.lineAt(to).text.slice(to - view.state.doc.lineAt(to).from);
    const insert = kind === 'key' && /^\s*:/.test(rest) ? label : text;
    view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: 'input' });
    if (insert.endsWith(': ')) startCompletion(view);
  },
});

const complete =
  (schema: SchemaNode) =>
  ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const found = completionsAt(schema, state.doc.toString(), pos);
    if (!found || found.offers.length === 0) return null;
    const isAsked = explicit || found.place.typed !== '' || found.place.underKey !== undefined;
    return isAsked ? { from: found.from, options: found.offers.map(optionOf), validFor: /^[\w-]*$/ } : null;
  };

/** Puts an editor with completion, errors at their places and undo where a text field stood. */
export const openCodeEditor = (opening: Opening): CodeEditor => {
  const { parent, text, schema, nonce, id, label, describedBy, onChange } = opening;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(nonce),
        theme,
        yaml(),
        yamlMarks,
        indentUnit.of('  '),
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        history(),
        autocompletion({ override: [complete(schema)], icons: false }),
        keymap.of([
          ...completionKeymap,
          ...lintKeymap,
          ...foldKeymap,
          ...historyKeymap,
          ...defaultKeymap,
          indentWithTab,
        ]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ id, tabindex: '0', 'aria-label': label, 'aria-describedby': describedBy }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onChange(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    goTo: (line, column) => {
      const anchor = offsetOf(view.state, line, column);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
      view.focus();
    },
    showProblems: (problems) => {
      const { state } = view;
      view.dispatch(
        setDiagnostics(
          state,
          problems.map((problem) => diagnosticOf(state, problem)),
        ),
      );
    },
    close: () => view.destroy(),
  };
};
