/** Says on stderr how far a long piece of work has come, how fast it goes and how long it still takes. */
export interface Progress {
  at(done: number): void;
  end(): void;
}

const whole = (value: number) => Math.round(value).toLocaleString('en-US');

const spell = (seconds: number): string =>
  seconds < 90
    ? `${whole(seconds)} s`
    : seconds < 5400
      ? `${whole(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`;

export const startProgress = (what: string, total: number): Progress => {
  const began = performance.now();
  // A terminal shows one line that moves on; a file gets a line now and then.
  const everyMs = process.stderr.isTTY ? 250 : 5000;
  let saidAt = began;
  const say = (done: number, left: string) => {
    const rate = done / ((performance.now() - began) / 1000);
    const line = `${what}: ${whole(done)} of ${whole(total)}, ${whole(rate)} a second, ${left}`;
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
  let last = 0;
  return {
    at(done) {
      last = done;
      const now = performance.now();
      if (now - saidAt < everyMs) return;
      saidAt = now;
      const seconds = ((now - began) / 1000) * ((total - done) / Math.max(1, done));
      say(done, `${spell(seconds)} left`);
    },
    end() {
      say(last, `done in ${spell((performance.now() - began) / 1000)}`);
      if (process.stderr.isTTY) process.stderr.write('\n');
    },
  };
};
