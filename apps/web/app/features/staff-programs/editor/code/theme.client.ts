import { EditorView } from '@codemirror/view';

/** The tokens of the site; both schemes differ in them alone. */
export const theme = EditorView.theme({
  '&': { color: 'var(--t-ink)', backgroundColor: 'var(--t-surface)', blockSize: '100%' },
  '&.cm-focused': { outline: '3px solid var(--t-focus)', outlineOffset: '-3px' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: '0.8125rem', lineHeight: '1.25rem' },
  '.cm-content': { caretColor: 'var(--t-ink)' },
  '.cm-cursor': { borderInlineStartColor: 'var(--t-ink)' },
  '.cm-gutters': { color: 'var(--t-ink-3)', backgroundColor: 'var(--t-sunken)', borderColor: 'var(--t-line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--t-sunken)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--t-primary-tint)',
  },
  '.cm-key': { color: 'var(--t-primary)' },
  '.cm-comment': { color: 'var(--t-ink-3)', fontStyle: 'italic' },
  '.cm-quoted': { color: 'var(--t-judge)' },
  '.cm-tooltip': {
    color: 'var(--t-ink)',
    backgroundColor: 'var(--t-surface)',
    border: '1px solid var(--t-line-strong)',
    borderRadius: '4px',
    boxShadow: 'var(--t-floats)',
  },
  '.cm-tooltip .cm-completionInfo': { maxInlineSize: '24rem', padding: '8px 12px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--t-on-primary)',
    backgroundColor: 'var(--t-primary)',
  },
  '.cm-completionDetail': { fontStyle: 'normal', marginInlineStart: '1rem' },
  '.cm-diagnostic-error': { borderInlineStart: '4px solid var(--t-bad)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--t-bad)',
    textUnderlineOffset: '3px',
  },
  '.cm-panels': { color: 'var(--t-ink)', backgroundColor: 'var(--t-sunken)' },
});
