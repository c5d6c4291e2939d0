/** The first ids of a list in words: "a, b and 3 more". */
export const listed = (ids: readonly string[], most = 8): string =>
  ids.length > most ? `${ids.slice(0, most).join(', ')} and ${ids.length - most} more` : ids.join(', ');
