/** The archive, or the one entry that is being read, is not taken. Never leaves the package. */
export class ZipRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ZipRefusal';
  }
}

/** A name from an archive as it may stand in a message: quoted, short, control characters escaped. */
export function quoted(name: string): string {
  const short = name.length > 120 ? `${name.slice(0, 117)}…` : name;
  return JSON.stringify(short).replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, '\uFFFD');
}
