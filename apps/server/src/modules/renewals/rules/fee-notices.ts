import {
  addPeriod,
  findFee,
  type MaintenanceStanding,
  type Owed,
  type Program,
  type Standing,
  say,
} from '@testamur/program';
import { formatDay, formatMoney } from '../../../kernel/index.ts';
import { feeRemindedBefore } from '../../candidacies/index.ts';

/** What a holder is told of a fee that keeps the certification: once that it is invoiced, then as its dates pass. */
export interface FeeNotice {
  readonly kind: 'invoiced' | 'due-soon' | 'overdue' | 'lapsed';
  readonly fee: string;
  readonly year?: number;
  readonly occasion: string;
}

const yearly = (
  credentialId: string,
  { fee, year, ...item }: MaintenanceStanding,
  at: string,
): FeeNotice | undefined => {
  const notice = (kind: FeeNotice['kind']): FeeNotice => {
    return { kind, fee, year, occasion: `maintenance/${credentialId}/${fee}/${year}/${kind}` };
  };
  if (item.state === 'overdue') return notice(at > item.graceUntil ? 'lapsed' : 'overdue');
  if (item.state !== 'open') return undefined;
  return notice(at >= addPeriod(item.dueAt, feeRemindedBefore, -1) ? 'due-soon' : 'invoiced');
};

/**
 * The notices that the standing of a holder asks for now. Of each fee the latest alone, so that a clock that jumped over
 * several does not send them all; nobody is written to about what is over.
 */
export const feeNotices = (standing: Standing): readonly FeeNotice[] => {
  const { credential, maintenance, owed, final, at } = standing;
  if (!credential || final) return [];
  const years = maintenance.flatMap((item) => yearly(credential.credentialId, item, at) ?? []);
  const own = new Set(maintenance.map(({ fee }) => fee));
  const others = owed.flatMap(({ fee, invoiceId }): FeeNotice[] =>
    invoiceId === undefined || own.has(fee) ? [] : [{ kind: 'invoiced', fee, occasion: `keeping/${invoiceId}` }],
  );
  return [...years, ...others];
};

export interface FeeLetter {
  readonly notice: FeeNotice;
  readonly program: Program;
  readonly standing: Standing;
  readonly name: string;
  readonly organizationName: string;
  /** Where the invoice is paid. */
  readonly url: string;
}

const whatOf = (
  { notice, program, standing }: FeeLetter,
  owed: Owed | undefined,
): { subject: string; text: string } => {
  const title = findFee(program, notice.fee)?.title ?? (owed ? say(owed.title, program.language) : notice.fee);
  const amount = owed ? `${formatMoney(owed)} for: ${title}` : title;
  const item = standing.maintenance.find(({ fee, year }) => fee === notice.fee && year === notice.year);
  const number = standing.credential?.number ?? '';
  const due = item?.dueAt ?? owed?.dueAt;
  const day = (at: string | undefined) => (at === undefined ? '' : formatDay(at));
  switch (notice.kind) {
    case 'invoiced':
      return {
        subject: `Payment due: ${title}`,
        text: `an invoice is made out over ${amount}. Pay it by ${day(due)} (UTC).`,
      };
    case 'due-soon':
      return {
        subject: `Pay by ${day(due)}: ${title}`,
        text: `the invoice over ${amount} is not paid yet. Pay it by ${day(due)} (UTC).`,
      };
    case 'overdue':
      return {
        subject: `Overdue: ${title}`,
        text: `the invoice over ${amount} was to be paid by ${day(due)} (UTC). ${number} stays in force until ${day(item?.graceUntil)} (UTC); pay before then.`,
      };
    case 'lapsed':
      return {
        subject: 'Your certification has lapsed',
        text: `${number} has lapsed, because ${title} was not paid by ${day(item?.graceUntil)} (UTC). Do not use the title until you have paid it: then the certification is in force again.`,
      };
  }
};

export const feeLetter = (letter: FeeLetter): { subject: string; body: string } => {
  const owed = letter.standing.owed.find(({ fee, invoiceId }) => fee === letter.notice.fee && invoiceId !== undefined);
  const { subject, text } = whatOf(letter, owed);
  const body = [`Dear ${letter.name},`, text, `The invoice, and how to pay it: ${letter.url}`, letter.organizationName];
  return { subject: `${letter.program.abbreviation}: ${subject}`, body: body.join('\n\n') };
};
