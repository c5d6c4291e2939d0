/** The document cannot be read at all; `line` and `column` are 1-based. Never leaves the package. */
export class XmlRefusal extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.name = 'XmlRefusal';
    this.line = line;
    this.column = column;
  }
}
