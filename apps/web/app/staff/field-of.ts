/** Several forms of one page ask for the same things: the name of each field says of what. */
export const fieldOf = (field: string, subject: string): string => `${field}-${subject}`;
