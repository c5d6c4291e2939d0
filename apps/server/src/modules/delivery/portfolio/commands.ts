import type { Portfolio } from '@testamur/program';
import { newId, Problem } from '../../../kernel/index.ts';
import type { Scope } from '../../../platform/http/index.ts';
import { type Candidacy, loadCandidacy, recordFacts, requireFiles } from '../../candidacies/index.ts';
import { attemptOf, portfolioOf } from '../candidacy.ts';
import { editabilityOf, freePositions, lackingIn, type PieceContent, unknownCriteria } from '../rules/portfolio.ts';
import { findPiece, listPieces, listTakenPositions, type Piece, type PortfolioKey } from './pieces.ts';

interface OpenPortfolio {
  readonly candidacy: Candidacy;
  readonly portfolio: Portfolio;
  readonly key: PortfolioKey;
}

/** The portfolio, locked with its candidacy so that it is not submitted while it is changed. */
const requireOpen = async (scope: Scope, candidacyId: string, assessmentId: string): Promise<OpenPortfolio> => {
  const candidacy = await loadCandidacy(scope, candidacyId, { lock: true });
  const portfolio = portfolioOf(candidacy, assessmentId);
  const { editable, reason } = editabilityOf(candidacy.standing, assessmentId, scope.now);
  if (!editable) throw new Problem('rule-broken', 'delivery.portfolio-closed', reason);
  return { candidacy, portfolio, key: { candidacyId, assessmentId, attempt: attemptOf(candidacy, assessmentId) } };
};

const requireCriteria = (portfolio: Portfolio, criteria: readonly string[]): void => {
  const [unknown] = unknownCriteria(portfolio, criteria);
  if (unknown === undefined) return;
  const message = `The rubric has no criterion "${unknown}".`;
  throw new Problem('invalid', 'delivery.no-such-criterion', message, [{ path: 'criteria', message }]);
};

/** A piece of a portfolio that may be changed. */
const requireOpenPiece = async (scope: Scope, pieceId: string): Promise<OpenPortfolio> => {
  const found = await findPiece(scope, pieceId);
  if (!found) throw noSuchPiece();
  const open = await requireOpen(scope, found.key.candidacyId, found.key.assessmentId);
  // A piece of an earlier attempt stays as it was rated.
  if (open.key.attempt === found.key.attempt) return open;
  const message = 'This piece belongs to a portfolio that you have submitted; it can no longer be changed.';
  throw new Problem('rule-broken', 'delivery.portfolio-closed', message);
};

const noSuchPiece = () => new Problem('not-found', 'platform.not-found', 'There is no such piece; it was taken out.');

const getPiece = async (scope: Scope, pieceId: string): Promise<Piece> => {
  const found = await findPiece(scope, pieceId);
  if (!found) throw noSuchPiece();
  return found.piece;
};

export const addPiece = async (
  scope: Scope,
  {
    candidacyId,
    assessmentId,
    fileId,
    ...content
  }: PieceContent & { candidacyId: string; assessmentId: string; fileId: string },
): Promise<Piece> => {
  const { trx, organization, now } = scope;
  const { candidacy, portfolio, key } = await requireOpen(scope, candidacyId, assessmentId);
  requireCriteria(portfolio, content.criteria);
  await requireFiles(scope, candidacyId, [fileId]);
  const [position] = freePositions(portfolio.pieces.maximum, await listTakenPositions(scope, key));
  if (position === undefined) {
    const message = `A portfolio has ${portfolio.pieces.maximum} pieces at most. Take one out first.`;
    throw new Problem('rule-broken', 'delivery.too-many-pieces', message);
  }
  const id = newId();
  await trx
    .insertInto('portfolio_piece')
    .values({
      organization_id: organization.id,
      id,
      candidacy_id: candidacyId,
      assessment_id: assessmentId,
      attempt: key.attempt,
      position,
      title: content.title,
      reflection: content.reflection,
      criteria: [...new Set(content.criteria)],
      file_id: fileId,
      updated_at: now,
    })
    .execute();
  await trx
    .insertInto('locator')
    .values({ id, kind: 'portfolio-piece', organization_id: organization.id, person_id: candidacy.personId })
    .execute();
  return getPiece(scope, id);
};

export const updatePiece = async (scope: Scope, pieceId: string, content: PieceContent): Promise<Piece> => {
  const { portfolio } = await requireOpenPiece(scope, pieceId);
  requireCriteria(portfolio, content.criteria);
  await scope.trx
    .updateTable('portfolio_piece')
    .set({
      title: content.title,
      reflection: content.reflection,
      criteria: [...new Set(content.criteria)],
      updated_at: scope.now,
    })
    .where('organization_id', '=', scope.organization.id)
    .where('id', '=', pieceId)
    .execute();
  return getPiece(scope, pieceId);
};

export const removePiece = async (scope: Scope, pieceId: string): Promise<void> => {
  await requireOpenPiece(scope, pieceId);
  await scope.trx
    .deleteFrom('portfolio_piece')
    .where('organization_id', '=', scope.organization.id)
    .where('id', '=', pieceId)
    .execute();
};

/** Submits the portfolio for rating. */
export const submitPortfolio = async (
  scope: Scope,
  candidacyId: string,
  assessmentId: string,
): Promise<{ readonly attempt: number; readonly pieces: number }> => {
  const { candidacy, portfolio, key } = await requireOpen(scope, candidacyId, assessmentId);
  const pieces = await listPieces(scope, candidacyId, assessmentId, key.attempt);
  const lacking = lackingIn(portfolio, pieces);
  if (lacking.length > 0) {
    const message = `The portfolio is not complete. ${lacking.map((field) => field.message).join(' ')}`;
    throw new Problem('rule-broken', 'delivery.portfolio-incomplete', message, lacking);
  }
  await recordFacts(scope, candidacyId, [
    {
      kind: 'portfolio-submitted',
      data: { assessment: assessmentId, attempt: key.attempt, pieces: pieces.length },
      by: { kind: 'candidate', id: candidacy.personId },
      once: `portfolio-submitted:${assessmentId}:${key.attempt}`,
    },
  ]);
  return { attempt: key.attempt, pieces: pieces.length };
};
