export { figureFontFiles, shippedFontFiles } from './fonts/shipped.ts';
export { createPdfRenderer, type PdfRenderer, type PdfRendererOptions } from './renderer.ts';
export type { ApplicationData, ApplicationRequirement, NextStep } from './templates/application.ts';
export type { AuthorizationData } from './templates/authorization.ts';
export type { CardData } from './templates/card.ts';
export type { CertificateData } from './templates/certificate.ts';
export type { DocumentData, Fact, LetterData, Organization, Program } from './templates/document.ts';
export type {
  HandbookChapter,
  HandbookData,
  HandbookFact,
  HandbookItem,
  HandbookPart,
  HandbookSection,
  Sourced,
} from './templates/handbook.ts';
export type { TemplateData, TemplateName } from './templates/index.ts';
export type { InvoiceData } from './templates/invoice.ts';
export type { VerificationLetterData } from './templates/letter.ts';
export type { PlanData } from './templates/plan.ts';
export type { AssessmentReport, ScoreReportData, TopicReport } from './templates/score-report.ts';
export type { StatisticsData } from './templates/statistics.ts';
export { MissingGlyphsError } from './text/missing-glyphs.ts';
