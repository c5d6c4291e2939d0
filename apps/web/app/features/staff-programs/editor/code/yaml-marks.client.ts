import { syntaxTree } from '@codemirror/language';
import { type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

const marks = {
  Key: Decoration.mark({ class: 'cm-key' }),
  Comment: Decoration.mark({ class: 'cm-comment' }),
  BlockLiteralContent: Decoration.mark({ class: 'cm-prose' }),
  QuotedLiteral: Decoration.mark({ class: 'cm-quoted' }),
} as const;

const isMarked = (name: string): name is keyof typeof marks => Object.hasOwn(marks, name);

const marksOf = (view: EditorView): DecorationSet => {
  const builder = new RangeSetBuilder<Decoration>();
  for (const range of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      ...range,
      enter: ({ name, from, to }) => {
        if (!isMarked(name)) return true;
        if (to > from) builder.add(from, to, marks[name]);
        return false;
      },
    });
  }
  return builder.finish();
};

/** Keys, comments and texts told apart, in the tokens of the theme. */
export const yamlMarks: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = marksOf(view);
    }
    update({ view, docChanged, viewportChanged, startState, state }: ViewUpdate) {
      if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state)) {
        this.decorations = marksOf(view);
      }
    }
  },
  { decorations: ({ decorations }) => decorations },
);
