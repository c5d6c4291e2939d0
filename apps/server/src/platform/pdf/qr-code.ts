import qrcode from 'qrcode';

/** The light border that the standard asks for, in modules. */
const quietZone = 4;

/**
 * A QR code (ISO/IEC 18004, level M) as SVG, one path. Made from the same text that is printed beside it, so that the
 * two cannot differ.
 *
 * @throws {Error} when the text is longer than a code holds (2,331 bytes).
 */
export function qrCodeSvg(text: string): string {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 2 * quietZone;
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 0) continue;
      const from = column;
      while (column + 1 < modules.size && modules.get(row, column + 1) !== 0) column += 1;
      const length = column + 1 - from;
      path += `M${from + quietZone} ${row + quietZone}h${length}v1h-${length}z`;
    }
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#1B2024" d="${path}"/></svg>`
  );
}
