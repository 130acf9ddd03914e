export { calendar } from './calendar';
export { systemClock } from './clock';
export { startTicker, type Ticker } from './ticker';
