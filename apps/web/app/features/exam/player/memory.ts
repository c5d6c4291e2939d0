/** Small things that the browser remembers; without a memory they hold as long as the page. */
export const remember = (name: string, text: string): void => {
  try {
    localStorage.setItem(`testamur-${name}`, text);
  } catch {
    // A private window: nothing depends on it.
  }
};

export const forget = (name: string): void => {
  try {
    localStorage.removeItem(`testamur-${name}`);
  } catch {
    // There is nothing to forget.
  }
};

export const recall = (name: string): string | null => {
  try {
    return localStorage.getItem(`testamur-${name}`);
  } catch {
    return null;
  }
};

/** Names this browser to the server, the same after a reload. */
export const deviceIdOf = (fresh: string): string => {
  const known = recall('device');
  if (known && /^[0-9a-f-]{36}$/.test(known)) return known;
  remember('device', fresh);
  return fresh;
};
