const prefix = 'response.';

/** The name of the field of one item. */
export const fieldOf = (identifier: string): string => `${prefix}${identifier}`;

const shown = 'item';

/** The name under which every item says that it was on the page, answered or not. */
export const shownField = shown;

/** What was chosen, by the identifier of the item, and which items were on the page. */
export const readResponses = (
  form: FormData,
): { readonly responses: Readonly<Record<string, string>>; readonly items: readonly string[] } => {
  const chosen = [...form].flatMap(([name, value]) =>
    name.startsWith(prefix) && typeof value === 'string' && value !== ''
      ? [[name.slice(prefix.length), value] as const]
      : [],
  );
  return { responses: Object.fromEntries(chosen), items: form.getAll(shown).map(String) };
};
