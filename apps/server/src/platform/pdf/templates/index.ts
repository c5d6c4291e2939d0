import { type ApplicationData, type ApplicationLabel, application } from './application.ts';
import { type AuthorizationData, type AuthorizationLabel, authorization } from './authorization.ts';
import { type CardData, type CardLabel, card } from './card.ts';
import { type CertificateData, type CertificateLabel, certificate } from './certificate.ts';
import type { Template } from './document.ts';
import { type HandbookData, type HandbookLabel, handbook } from './handbook.ts';
import { type InvoiceData, type InvoiceLabel, invoice } from './invoice.ts';
import { letter, type VerificationLetterData, type VerificationLetterLabel } from './letter.ts';
import { type PlanData, type PlanLabel, plan } from './plan.ts';
import { type ScoreReportData, type ScoreReportLabel, scoreReport } from './score-report.ts';
import { type StatisticsData, type StatisticsLabel, statistics } from './statistics.ts';

/** What each template is given. */
export interface TemplateData {
  readonly certificate: CertificateData;
  readonly card: CardData;
  readonly letter: VerificationLetterData;
  readonly application: ApplicationData;
  readonly authorization: AuthorizationData;
  readonly 'score-report': ScoreReportData;
  readonly invoice: InvoiceData;
  readonly plan: PlanData;
  readonly handbook: HandbookData;
  readonly statistics: StatisticsData;
}

export type TemplateName = keyof TemplateData;

interface TemplateLabel {
  readonly certificate: CertificateLabel;
  readonly card: CardLabel;
  readonly letter: VerificationLetterLabel;
  readonly application: ApplicationLabel;
  readonly authorization: AuthorizationLabel;
  readonly 'score-report': ScoreReportLabel;
  readonly invoice: InvoiceLabel;
  readonly plan: PlanLabel;
  readonly handbook: HandbookLabel;
  readonly statistics: StatisticsLabel;
}

export const templates: { readonly [Name in TemplateName]: Template<TemplateData[Name], TemplateLabel[Name]> } = {
  certificate,
  card,
  letter,
  application,
  authorization,
  'score-report': scoreReport,
  invoice,
  plan,
  handbook,
  statistics,
};
