import { type ApplicationData, type ApplicationLabel, application } from './application.ts';
import { type AuthorizationData, type AuthorizationLabel, authorization } from './authorization.ts';
import { type CertificateData, type CertificateLabel, certificate } from './certificate.ts';
import type { Template } from './document.ts';
import { type InvoiceData, type InvoiceLabel, invoice } from './invoice.ts';
import { type ScoreReportData, type ScoreReportLabel, scoreReport } from './score-report.ts';

/** What each template is given. */
export interface TemplateData {
  readonly certificate: CertificateData;
  readonly application: ApplicationData;
  readonly authorization: AuthorizationData;
  readonly 'score-report': ScoreReportData;
  readonly invoice: InvoiceData;
}

export type TemplateName = keyof TemplateData;

interface TemplateLabel {
  readonly certificate: CertificateLabel;
  readonly application: ApplicationLabel;
  readonly authorization: AuthorizationLabel;
  readonly 'score-report': ScoreReportLabel;
  readonly invoice: InvoiceLabel;
}

export const templates: { readonly [Name in TemplateName]: Template<TemplateData[Name], TemplateLabel[Name]> } = {
  certificate,
  application,
  authorization,
  'score-report': scoreReport,
  invoice,
};
