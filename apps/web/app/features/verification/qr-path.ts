import QRCode from 'qrcode';

/** A QR code as one path of an SVG, with the light border that the standard asks for. */
export interface QrPath {
  readonly path: string;
  /** Of a side, in modules. */
  readonly size: number;
}

const border = 4;

/** On the server alone: the library stays out of the browser. */
export const qrPathOf = (text: string): QrPath => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column + border} ${row + border}h1v1h-1z`;
    }
  }
  return { path, size: modules.size + 2 * border };
};
