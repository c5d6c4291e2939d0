import type { Scope } from '../../../platform/http/index.ts';

export interface Piece {
  readonly id: string;
  readonly title: string;
  readonly reflection: string;
  readonly criteria: string[];
  readonly file: { readonly id: string; readonly name: string; readonly type: string; readonly bytes: number };
  readonly updatedAt: string;
}

export interface PortfolioKey {
  readonly candidacyId: string;
  readonly assessmentId: string;
  readonly attempt: number;
}

const rowsOf = ({ trx, organization }: Scope) =>
  trx
    .selectFrom('portfolio_piece as piece')
    .innerJoin('evidence_file as file', (join) =>
      join.onRef('file.organization_id', '=', 'piece.organization_id').onRef('file.id', '=', 'piece.file_id'),
    )
    .select(['piece.id', 'piece.title', 'piece.reflection', 'piece.criteria', 'piece.updated_at'])
    .select(['piece.candidacy_id', 'piece.assessment_id', 'piece.attempt', 'piece.position'])
    .select(['file.id as file_id', 'file.name', 'file.type', 'file.bytes'])
    .where('piece.organization_id', '=', organization.id);

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

const asPiece = (row: Row): Piece => ({
  id: row.id,
  title: row.title,
  reflection: row.reflection,
  criteria: row.criteria,
  file: { id: row.file_id, name: row.name, type: row.type, bytes: row.bytes },
  updatedAt: row.updated_at.toISOString(),
});

/** The pieces of a portfolio in their order. */
export const listPieces = async (
  scope: Scope,
  candidacyId: string,
  assessmentId: string,
  attempt: number,
): Promise<readonly Piece[]> => {
  const rows = await rowsOf(scope)
    .where('piece.candidacy_id', '=', candidacyId)
    .where('piece.assessment_id', '=', assessmentId)
    .where('piece.attempt', '=', attempt)
    .orderBy('piece.position')
    .execute();
  return rows.map(asPiece);
};

/** A piece and the portfolio that it belongs to. */
export const findPiece = async (
  scope: Scope,
  pieceId: string,
): Promise<{ readonly piece: Piece; readonly key: PortfolioKey } | undefined> => {
  const row = await rowsOf(scope).where('piece.id', '=', pieceId).executeTakeFirst();
  return (
    row && {
      piece: asPiece(row),
      key: { candidacyId: row.candidacy_id, assessmentId: row.assessment_id, attempt: row.attempt },
    }
  );
};

export const listTakenPositions = async (
  { trx, organization }: Scope,
  { candidacyId, assessmentId, attempt }: PortfolioKey,
): Promise<readonly number[]> => {
  const rows = await trx
    .selectFrom('portfolio_piece')
    .select('position')
    .where('organization_id', '=', organization.id)
    .where('candidacy_id', '=', candidacyId)
    .where('assessment_id', '=', assessmentId)
    .where('attempt', '=', attempt)
    .execute();
  return rows.map(({ position }) => position);
};
