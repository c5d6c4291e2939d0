import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Figure } from '@testamur/psychometrics';
import { figureFontFiles } from '@testamur/server/pdf';
import { CommandError } from '../shell/errors.ts';
import { writeResult } from './write-result.ts';

/** Pixels of a picture for each unit of the drawing: sharp on paper at its natural size. */
const ZOOM = 2;

/**
 * Writes the figures as SVG or PNG, by the ending of the file; the first under its name, more as `name-2`, `name-3`.
 *
 * @returns the files written.
 * @throws CommandError when there is no figure, or the file ends otherwise.
 */
export async function writePlots(file: string, figures: readonly Figure[]): Promise<readonly string[]> {
  const { dir, name, ext } = path.parse(file);
  if (ext !== '.svg' && ext !== '.png') throw new CommandError(`${file}: a plot ends in .svg or .png.`);
  if (figures.length === 0) throw new CommandError('There is nothing to plot for this method and these data.');
  const files = figures.map((_, index) => path.join(dir, `${name}${index === 0 ? '' : `-${index + 1}`}${ext}`));
  for (const [index, { svg }] of figures.entries()) {
    const target = files[index];
    if (target !== undefined) await writeResult(target, ext === '.svg' ? svg : await pngOf(svg));
  }
  return files;
}

let ready: Promise<void> | undefined;

async function pngOf(svg: string): Promise<Uint8Array> {
  ready ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm);
  await ready;
  const fontBuffers = await Promise.all(figureFontFiles.map((font) => readFile(font)));
  const drawing = new Resvg(svg, {
    background: 'white',
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { fontBuffers, defaultFontFamily: 'Source Sans 3' },
  });
  return drawing.render().asPng();
}
