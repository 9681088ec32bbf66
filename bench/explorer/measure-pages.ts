// The built explorer over a large journal: how soon it can be used, and whether it stays alive while the hub is expanded.
import type { Browser } from 'playwright-core';
import { HUB } from './made-journal.js';
import { newPage } from './measure-canvas.js';
import { noteWhile, round, type Noted } from './page-probe.js';

export interface PagesMeasured {
  /** Milliseconds from the beginning of the navigation: until the search box can be typed into, until the graph is there. */
  readonly startUsableMs: number;
  readonly startDrawnMs: number;
  readonly hubDrawnMs: number;
  /** From the press until what was asked for is drawn. */
  readonly expandMs: number;
  readonly expand: Noted;
  /** How many claims are drawn then. */
  readonly expandedTo: string;
}

export async function measurePages(browser: Browser, url: string): Promise<PagesMeasured> {
  const page = await newPage(browser);
  const since = async (act: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await act();
    return round(performance.now() - start);
  };
  const start = performance.now();
  await page.goto(url);
  await page.getByRole('combobox').first().waitFor();
  const startUsableMs = round(performance.now() - start);
  await page.locator('[data-ready=true]').first().waitFor();
  const startDrawnMs = round(performance.now() - start);
  const hubDrawnMs = await since(async () => {
    await page.goto(`${url}/?walk=${HUB}~39`);
    await page.locator('[data-ready=true]').waitFor();
  });
  let expandMs = 0;
  const expand = await noteWhile(page, async () => {
    expandMs = await since(async () => {
      await page.getByRole('button', { name: /^Show 500,/ }).click();
      await page.locator('[data-ready=true]:not([data-edges="39"])').waitFor({ timeout: 60_000 });
    });
  });
  const expandedTo = (await page.locator('[data-drawn]').getAttribute('data-drawn')) ?? '';
  await page.close();
  return { startUsableMs, startDrawnMs, hubDrawnMs, expandMs, expand, expandedTo };
}
