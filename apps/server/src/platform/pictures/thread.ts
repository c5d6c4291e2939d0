import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { PictureOrder } from './index.ts';

const { svg, as, fontFiles } = workerData as PictureOrder;
const renderer = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
await initWasm(await readFile(renderer));
const fontBuffers = await Promise.all(fontFiles.map((file) => readFile(file)));
const drawing = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Source Sans 3' } });
parentPort?.postMessage(as === 'png' ? drawing.render().asPng() : drawing.toString());
