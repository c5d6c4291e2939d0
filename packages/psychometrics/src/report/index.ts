export { type AnnualFigures, annualFigures, annualTable } from './annual-figures.ts';
export { type ReportPlots, standardPlots } from './report-plots.ts';
export { type TechnicalReportInput, technicalReport } from './technical-report.ts';
