// What is noted inside of a page: when frames came, and which tasks kept it from answering.
import type { Page } from 'playwright-core';

/** Run before anything of the page. */
const PROBE = `
  globalThis.bench = { frames: [], tasks: [] };
  new PerformanceObserver(list => bench.tasks.push(...list.getEntries().map(({ duration }) => duration)))
    .observe({ type: 'longtask', buffered: true });
  let last = performance.now();
  requestAnimationFrame(function frame(now) {
    bench.frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  });
`;

export interface Noted {
  /** Milliseconds between frames. */
  readonly p50: number;
  readonly p95: number;
  readonly frames: number;
  /** The longest task, in milliseconds; 0 where none took 50. */
  readonly longestTask: number;
}

export const probe = (page: Page): Promise<unknown> => page.addInitScript({ content: PROBE });

/** What came while something was done; what was before is forgotten. */
export async function noteWhile(page: Page, act: () => Promise<unknown>): Promise<Noted> {
  await page.evaluate('bench.frames.length = bench.tasks.length = 0');
  await act();
  const { frames, tasks } = await page.evaluate<{ frames: number[]; tasks: number[] }>('bench');
  const sorted = frames.sort((a, b) => a - b);
  const at = (part: number): number => round(sorted[Math.floor(sorted.length * part)] ?? 0);
  return { p50: at(0.5), p95: at(0.95), frames: sorted.length, longestTask: round(Math.max(0, ...tasks)) };
}

export const round = (value: number): number => Math.round(value * 10) / 10;
