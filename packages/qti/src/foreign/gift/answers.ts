/** One answer of a GIFT item: `=right`, `~wrong`, `~%50%half #why`. */
export interface GiftAnswer {
  readonly isKey: boolean;
  /** From -1 to 1; null when none is written. */
  readonly weight: number | null;
  readonly text: string;
  readonly feedback: string;
}

/** The answers in a block without its braces; `rest` is what stands before the first. */
export function giftAnswers(block: string): {
  readonly answers: GiftAnswer[];
  readonly rest: string;
  readonly general: string;
} {
  const [body = '', ...general] = block.split('####');
  const parts = body.split(/(?=[=~])/);
  const rest = /^[=~]/.test(parts[0] ?? '') ? '' : (parts.shift() ?? '');
  const answers = parts.map((part): GiftAnswer => {
    const [answer = '', ...feedback] = part.slice(1).split('#');
    const weighed = /^\s*%(-?[\d.]{1,12})%/.exec(answer);
    const weight = weighed === null ? null : Number(weighed[1]) / 100;
    return {
      isKey: part.startsWith('='),
      weight: weight === null || !Number.isFinite(weight) ? null : Math.max(-1, Math.min(1, weight)),
      text: answer.slice(weighed?.[0].length ?? 0).trim(),
      feedback: feedback.join('#').trim(),
    };
  });
  return { answers, rest: rest.trim(), general: general.join('####').trim() };
}
