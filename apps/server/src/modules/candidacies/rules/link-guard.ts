import { minuteMs, Problem } from '../../../kernel/index.ts';

/** Counts wrong links by address of the caller, so that nobody keeps trying. */
export interface LinkGuard {
  /** @throws Problem `candidacies.too-many-tries` */
  refuseTooMany(ip: string): void;
  countWrong(ip: string): void;
}

/** In the memory of one server: links cannot be guessed, so this is about load alone. */
export const createLinkGuard = ({
  most = 20,
  withinMs = 15 * minuteMs,
  remembered = 10_000,
  clock = () => performance.now(),
}: {
  readonly most?: number;
  readonly withinMs?: number;
  readonly remembered?: number;
  readonly clock?: () => number;
} = {}): LinkGuard => {
  const wrong = new Map<string, { until: number; count: number }>();
  const find = (ip: string) => {
    const found = wrong.get(ip);
    if (found && found.until > clock()) return found;
    wrong.delete(ip);
    return undefined;
  };
  return {
    refuseTooMany: (ip) => {
      if ((find(ip)?.count ?? 0) < most) return;
      const message = 'Too many links that do not work were opened from your network. Wait fifteen minutes.';
      throw new Problem('forbidden', 'candidacies.too-many-tries', message);
    },
    countWrong: (ip) => {
      const found = find(ip);
      if (found) found.count += 1;
      else wrong.set(ip, { until: clock() + withinMs, count: 1 });
      // The oldest go first, so that many addresses do not fill the memory.
      if (wrong.size > remembered) wrong.delete(wrong.keys().next().value ?? ip);
    },
  };
};
