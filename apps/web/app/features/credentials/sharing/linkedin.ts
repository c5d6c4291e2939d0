export interface ProfileEntry {
  readonly title: string;
  readonly organizationName: string;
  readonly number: string;
  readonly verifyUrl: string;
  /** ISO 8601 instants. */
  readonly validFrom: string;
  readonly validUntil: string;
}

/** The page of LinkedIn on which the holder adds the certification to a profile, filled in. Nothing is sent before that. */
export const linkedInAddress = (entry: ProfileEntry): string => {
  const [from, until] = [new Date(entry.validFrom), new Date(entry.validUntil)];
  const query = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: entry.title,
    organizationName: entry.organizationName,
    issueYear: String(from.getUTCFullYear()),
    issueMonth: String(from.getUTCMonth() + 1),
    expirationYear: String(until.getUTCFullYear()),
    expirationMonth: String(until.getUTCMonth() + 1),
    certUrl: entry.verifyUrl,
    certId: entry.number,
  });
  return `https://www.linkedin.com/profile/add?${query}`;
};
