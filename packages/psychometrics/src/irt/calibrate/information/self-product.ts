/** Columns of a panel: with a few hundred rows it stays in the cache of a processor. */
export const PANEL = 128;

/**
 * Adds the product of a panel with its transpose to the lower triangle of `sums`, in tiles of 4 × 2 so that each number
 * read serves several products.
 *
 * @param panel `rows` rows of `PANEL` columns, and three rows of zeros after them.
 * @param active the row of `sums`, which has `size` of them, that each row of the panel belongs to.
 */
export function addSelfProduct(
  panel: Float64Array,
  active: Int32Array,
  rows: number,
  size: number,
  sums: Float64Array,
): void {
  const tile = new Float64Array(8);
  for (let r = 0; r < rows; r += 4) {
    for (let c = 0; c < Math.min(rows, r + 4); c += 2) {
      multiplyTile(panel, r * PANEL, c * PANEL, tile);
      for (let at = 0; at < 8; at += 1) {
        const row = r + (at >> 1);
        const column = c + (at & 1);
        if (row >= rows || column > row) continue;
        const to = active[row] ?? 0;
        const other = active[column] ?? 0;
        const cell = to > other ? to * size + other : other * size + to;
        sums[cell] = (sums[cell] ?? 0) + (tile[at] ?? 0);
      }
    }
  }
}

function multiplyTile(panel: Float64Array, r: number, c: number, tile: Float64Array): void {
  let t00 = 0;
  let t01 = 0;
  let t10 = 0;
  let t11 = 0;
  let t20 = 0;
  let t21 = 0;
  let t30 = 0;
  let t31 = 0;
  for (let p = 0; p < PANEL; p += 1) {
    const left = panel[c + p] ?? 0;
    const right = panel[c + PANEL + p] ?? 0;
    const a = panel[r + p] ?? 0;
    t00 += a * left;
    t01 += a * right;
    const b = panel[r + PANEL + p] ?? 0;
    t10 += b * left;
    t11 += b * right;
    const d = panel[r + 2 * PANEL + p] ?? 0;
    t20 += d * left;
    t21 += d * right;
    const e = panel[r + 3 * PANEL + p] ?? 0;
    t30 += e * left;
    t31 += e * right;
  }
  tile[0] = t00;
  tile[1] = t01;
  tile[2] = t10;
  tile[3] = t11;
  tile[4] = t20;
  tile[5] = t21;
  tile[6] = t30;
  tile[7] = t31;
}
