/** Longer notes would be an essay; and the browser's memory has an end. */
export const LONGEST_NOTE = 10_000;

/** One for all items, or that of an item. */
export const noteName = (itemId: string | null): string => (itemId === null ? 'note' : `note ${itemId}`);

export const noteOf = (text: string): string => text.slice(0, LONGEST_NOTE);
