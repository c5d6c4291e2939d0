/** The time of the browser, for event handlers and effects. While rendering it would differ between server and browser. */
export const presentInstant = (): string => new Date().toISOString();
