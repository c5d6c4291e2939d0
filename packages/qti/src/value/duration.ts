const ISO = /^P(?=\d|T\d)(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,12})H)?(?:(\d{1,12})M)?(?:(\d{1,15}(?:\.\d{1,15})?)S)?)?$/;

/**
 * The seconds of an ISO 8601 duration of days, hours, minutes and seconds, such as PT1H30M or P1DT0.5S. Years and months
 * have no fixed length and are not durations of QTI.
 *
 * @returns seconds, from 0 up; undefined when the text is no such duration.
 */
export function parseIsoDuration(text: string): number | undefined {
  const parts = ISO.exec(text);
  if (parts === null) return undefined;
  const [days = '0', hours = '0', minutes = '0', seconds = '0'] = parts.slice(1);
  return Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/**
 * Seconds as an ISO 8601 duration, to the billionth: 5400 is PT1H30M, 0 is PT0S. Days are not used: 90000 is PT25H.
 *
 * @param seconds finite, from 0 up.
 */
export function formatIsoDuration(seconds: number): string {
  const exact = Number(seconds.toFixed(9));
  const whole = Math.floor(exact);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = ((whole % 60) + (exact - whole)).toFixed(9).replace(/\.?0+$/, '');
  // As a BigInt, for numbers so large that they would be written with an exponent.
  const parts = [
    hours > 0 && `${BigInt(hours)}H`,
    minutes > 0 && `${minutes}M`,
    rest !== '' && rest !== '0' && `${rest}S`,
  ];
  const text = parts.filter((part) => part !== false).join('');
  return text === '' ? 'PT0S' : `PT${text}`;
}
