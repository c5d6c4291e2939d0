import { redirect } from 'react-router';
import { refuse } from '../../loading/refusal.ts';
import type { Piece, PortfolioData } from './portfolio-data.ts';

/** The piece of the address, where it can still be changed; else the portfolio says why not. */
export const requireEditablePiece = (portfolio: PortfolioData, pieceId: string, requestId: string): Piece => {
  if (!portfolio.editable) throw redirect(portfolio.path);
  const piece = portfolio.pieces.find(({ id }) => id === pieceId);
  if (!piece) throw refuse(404, { code: 'web.not-found', message: '', requestId });
  return piece;
};
