/**
 * Loaded by Node before the backend: its clock stands `CLOCK_AHEAD_MS` wrong from the start, and jumps by one of
 * `CLOCK_JUMPS_MS` at each SIGUSR2. Timers and `performance.now()` go on as they do when a real clock is set.
 */
const trueNow = Date.now;
const jumps = (process.env['CLOCK_JUMPS_MS'] ?? '').split(',').filter(Boolean).map(Number);
let aheadMs = Number(process.env['CLOCK_AHEAD_MS'] ?? 0);

Date.now = () => trueNow() + aheadMs;
process.on('SIGUSR2', () => {
  aheadMs += jumps.shift() ?? 0;
});
