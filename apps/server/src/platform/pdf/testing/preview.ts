import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPdfRenderer } from '../index.ts';
import { examples } from './examples.ts';

// Writes every example to a directory, to be looked at: `node preview.ts out`.
const directory = process.argv[2];
if (directory === undefined) throw new RangeError('Name a directory for the PDFs: node preview.ts out');
mkdirSync(directory, { recursive: true });
const { render } = createPdfRenderer({ onWarning: (template, message) => console.error(template, message) });
const save = (name: string, pdf: Buffer) => writeFileSync(join(directory, `${name}.pdf`), pdf);
save('certificate', await render('certificate', examples.certificate));
save('card', await render('card', examples.card));
save('letter', await render('letter', examples.letter));
save('application', await render('application', examples.application));
save('authorization', await render('authorization', examples.authorization));
save('score-report', await render('score-report', examples['score-report']));
save('invoice', await render('invoice', examples.invoice));
save('plan', await render('plan', examples.plan));
save('handbook', await render('handbook', examples.handbook));
save('statistics', await render('statistics', examples.statistics));
