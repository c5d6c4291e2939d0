/** Languages that are written from right to left, unless their tag names a script that is not. */
const RTL = /^(ar|arc|ckb|dv|fa|he|iw|ks|nqo|ps|sd|syr|ug|ur|yi)(-|$)/i;
const RTL_SCRIPTS = /-(Arab|Hebr|Thaa|Syrc|Nkoo|Adlm)(-|$)/i;

/** The attributes for content in a language of its own; none where it has none: it is in that of what is around. */
export const languageOf = (language: string | null): { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' } => {
  if (language === null || language === '') return {};
  const script = /-[A-Za-z]{4}(-|$)/.test(language);
  const rtl = script ? RTL_SCRIPTS.test(language) : RTL.test(language);
  return { lang: language, dir: rtl ? 'rtl' : 'ltr' };
};
