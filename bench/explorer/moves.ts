// Hands on the mouse: the same moves for the page that is measured and for the yardstick.
import type { Page } from 'playwright-core';

const MIDDLE = { x: 640, y: 420 };
const LASTS_MS = 2_500;
const WHEEL_EVERY_MS = 90;

/** Drags to and fro. */
export async function pan({ mouse }: Page): Promise<void> {
  await mouse.move(MIDDLE.x, MIDDLE.y);
  await mouse.down();
  const start = performance.now();
  for (let passed = 0; passed < LASTS_MS; passed = performance.now() - start)
    await mouse.move(MIDDLE.x + Math.sin(passed / 300) * 200, MIDDLE.y + Math.cos(passed / 400) * 120);
  await mouse.up();
}

/** Nearer, then farther again. */
export async function zoom(page: Page): Promise<void> {
  await page.mouse.move(MIDDLE.x, MIDDLE.y);
  const start = performance.now();
  for (let passed = 0; passed < LASTS_MS; passed = performance.now() - start) {
    await page.mouse.wheel(0, passed < LASTS_MS / 2 ? -200 : 200);
    await page.waitForTimeout(WHEEL_EVERY_MS);
  }
}
