interface PageOfRows<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** Every row of a list that the API hands over page by page, for an export. */
export const allRows = async <Row>(pageOf: (page: number) => Promise<PageOfRows<Row>>): Promise<readonly Row[]> => {
  const all: Row[] = [];
  for (let page = 1; ; page += 1) {
    const { rows, total } = await pageOf(page);
    all.push(...rows);
    if (rows.length === 0 || all.length >= total) return all;
  }
};
