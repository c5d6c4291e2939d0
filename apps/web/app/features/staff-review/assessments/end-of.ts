/** The last instant of a day in UTC: windows end with a day. */
export const endOf = (date: string): string => `${date}T23:59:59.999Z`;
