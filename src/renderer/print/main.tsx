/** The page that makes papers: it has no pipe and no controls, and draws what the shell hands it. */
import './print.css';
import type { Paper } from '#shared/contract/paper.ts';
import { drawInto } from './draw-paper.tsx';

declare global {
  interface Window {
    /** Resolves with the number of pages once everything is drawn, fonts included. */
    drawPaper: (paper: Paper) => Promise<number>;
  }
}

const place = document.getElementById('paper');
if (place === null) throw new Error('the page has no place for a paper');
window.drawPaper = drawInto(place);
