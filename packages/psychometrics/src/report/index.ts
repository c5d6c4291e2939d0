export { type AnnualFigures, annualFigures, annualTable } from './annual-figures.ts';
export { type Examination, type ExaminationInput, examination } from './examination.ts';
export { type ReportPlots, standardPlots } from './report-plots.ts';
export { readMinutes } from './response-times.ts';
export { type TechnicalReportInput, technicalReport } from './technical-report.ts';
