import type { Point } from '../geometry.ts';

/** What people draw with; the picture is looked at by others, so its colors are the same in every scheme. */
export const inks = { black: '#1B2024', blue: '#1D4ED8', red: '#B91C1C', green: '#15803D' } as const;
export type Ink = keyof typeof inks;

/** In pixels of the image of 800; wider images take wider lines. */
export const widths = { thin: 2, medium: 5, thick: 12 } as const;
export type Width = keyof typeof widths;

export interface Pen {
  readonly tool: 'pen' | 'eraser';
  readonly ink: Ink;
  readonly width: Width;
}

export interface Stroke extends Pen {
  readonly points: readonly Point[];
}

/** What was drawn, and what was undone and can be done again. `clear` is a step like a stroke, so it can be undone. */
export interface Drawing {
  readonly done: readonly (Stroke | 'clear')[];
  readonly undone: readonly (Stroke | 'clear')[];
}

export const blank: Drawing = { done: [], undone: [] };

const draw = (drawing: Drawing, step: Stroke | 'clear'): Drawing => ({ done: [...drawing.done, step], undone: [] });

export const withStroke = (drawing: Drawing, stroke: Stroke): Drawing =>
  stroke.points.length === 0 ? drawing : draw(drawing, stroke);

export const cleared = (drawing: Drawing): Drawing => draw(drawing, 'clear');

export const undo = ({ done, undone }: Drawing): Drawing => {
  const last = done.at(-1);
  return last === undefined ? { done, undone } : { done: done.slice(0, -1), undone: [...undone, last] };
};

export const redo = ({ done, undone }: Drawing): Drawing => {
  const last = undone.at(-1);
  return last === undefined ? { done, undone } : { done: [...done, last], undone: undone.slice(0, -1) };
};

/** The strokes that can be seen: those since everything was last cleared. */
export const visible = ({ done }: Drawing): readonly Stroke[] =>
  done.slice(done.lastIndexOf('clear') + 1).filter((step) => step !== 'clear');

export const isCleared = ({ done }: Drawing): boolean => done.includes('clear');
