import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type FontSet, loadFonts } from './fonts/font-set.ts';
import { createPayload } from './payload.ts';
import { type TemplateData, type TemplateName, templates } from './templates/index.ts';

export interface PdfRenderer {
  /**
   * Sets a document. The same data gives the same bytes.
   *
   * @throws {RangeError} when `createdAt` is no instant.
   * @throws {MissingGlyphsError} when a certificate has a character that no font can show.
   */
  render<Name extends TemplateName>(template: Name, data: TemplateData[Name]): Promise<Buffer>;
}

export interface PdfRendererOptions {
  /** Directories with fonts for scripts beyond those that ship; searched with their subdirectories. */
  readonly fontDirs?: readonly string[];
  /** Told what the typesetter found odd, such as a layout that does not settle. */
  readonly onWarning?: (template: TemplateName, message: string) => void;
}

const workspace = fileURLToPath(new URL('./templates', import.meta.url));
/** A file that exists in memory only. Data passed as `sys.inputs` would make the compiler forget all it has set. */
const payloadFile = join(workspace, 'payload.json');
/** Renders after which an unused intermediate result is dropped. */
const cacheAge = 3;

/** @throws {RangeError} when a font directory cannot be read, naming it. */
export function createPdfRenderer(options: PdfRendererOptions = {}): PdfRenderer {
  const fonts = loadFonts(options.fontDirs ?? []);
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...fonts.blobs] }] });
  return {
    render: async (name, data) => {
      // A turn of the event loop: others get theirs between two documents, and the compiler's memory of the last one is
      // given back, which Node does only then.
      await setImmediate();
      return compile(compiler, fonts, options, name, data);
    },
  };
}

/** Synchronous from end to end: the compiler and its one payload file serve one document at a time. */
function compile<Name extends TemplateName>(
  compiler: NodeCompiler,
  fonts: FontSet,
  { onWarning }: PdfRendererOptions,
  name: Name,
  data: TemplateData[Name],
): Buffer {
  const template = templates[name];
  const payload = createPayload(name, template, data, fonts.coverage);
  compiler.mapShadow(payloadFile, Buffer.from(JSON.stringify(payload)));
  try {
    const compiled = compiler.compile({ mainFilePath: join(workspace, template.file) });
    const warnings = compiled.takeWarnings();
    if (warnings !== null) onWarning?.(name, describe(compiler.fetchDiagnostics(warnings)));
    const error = compiled.takeError();
    if (error !== null) throw new Error(`${template.file}: ${describe(compiler.fetchDiagnostics(error))}`);
    const document = compiled.result;
    if (document === null) throw new Error(`${template.file} gave no document.`);
    // PDF/UA-1 (ISO 14289-1): tagged, with title, language and alternative texts, or the export fails.
    return compiler.pdf(document, { pdfStandard: 'ua-1' });
  } finally {
    compiler.unmapShadow(payloadFile);
    compiler.evictCache(cacheAge);
  }
}

const describe = (diagnostics: readonly unknown[]): string =>
  diagnostics.map((diagnostic) => JSON.stringify(diagnostic)).join('; ');
