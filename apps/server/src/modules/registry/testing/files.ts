import { PNG } from 'pngjs';
import qrcode from 'qrcode';

/** A PNG of one color. */
export const plainPng = (side = 64): Uint8Array => {
  const png = new PNG({ width: side, height: side });
  png.data.fill(200);
  return PNG.sync.write(png);
};

/** A photograph of a code, as a picture file: on gray, not quite straight against the edges. */
export const codePng = (text: string, scale = 5): Uint8Array => {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const side = (modules.size + 20) * scale;
  const png = new PNG({ width: side + 37, height: side + 11 });
  png.data.fill(235);
  for (let y = 0; y < modules.size * scale; y += 1) {
    for (let x = 0; x < modules.size * scale; x += 1) {
      const dark = modules.get(Math.floor(y / scale), Math.floor(x / scale)) !== 0;
      png.data.fill(
        dark ? 30 : 250,
        ((y + 10 * scale) * png.width + x + 10 * scale) * 4,
        ((y + 10 * scale) * png.width + x + 10 * scale) * 4 + 3,
      );
    }
  }
  return PNG.sync.write(png);
};

/** A PDF of one empty page with files embedded in it (ISO 32000-2, 7.11.4). */
export const pdfWith = (files: readonly (readonly [name: string, content: string])[]): Uint8Array => {
  const embedded = files.flatMap(([name, content], at) => [
    `<</Type/Filespec/F(${name})/UF(${name})/AFRelationship/Data/EF<</F ${5 + 2 * at} 0 R>>>>`,
    `<</Type/EmbeddedFile/Subtype/application#2Fvc/Length ${Buffer.byteLength(content)}>>\nstream\n${content}\nendstream`,
  ]);
  const names = files.map(([name], at) => `(${name})${4 + 2 * at} 0 R`).join('');
  const objects = [
    `<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[${names}]>>>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>',
    ...embedded,
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = Buffer.byteLength(text);
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = Buffer.byteLength(text);
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
  );
};
