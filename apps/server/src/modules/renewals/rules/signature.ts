const folded = (name: string): string =>
  name.normalize('NFKC').replace(/[‘’ʼ]/g, "'").replace(/\s+/g, ' ').trim().toLocaleLowerCase('en');

/** Whether a typed signature is the name of the account: case and blanks do not matter, every letter does. */
export const isSignedBy = (name: string, signature: string): boolean => folded(name) === folded(signature);
