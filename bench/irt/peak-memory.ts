import { calibrate } from '../../packages/psychometrics/src/irt/calibrate/index.ts';
import { simulated } from './simulated.ts';

const [candidates = 0, items = 0] = process.argv.slice(2).map(Number);
calibrate(simulated(candidates, items), { model: '2pl', se: 'none' });
// In kilobytes.
console.log(Math.round(process.resourceUsage().maxRSS / 1024));
