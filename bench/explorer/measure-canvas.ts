// The canvas alone with a large drawing, and beside it the yardstick: an empty page on which one element moves.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { pan, zoom } from './moves.js';
import { noteWhile, probe, round, type Noted } from './page-probe.js';
import { serveFolder } from './serve-folder.js';

const WINDOW = { width: 1_440, height: 900 };

export interface CanvasMeasured {
  /** Milliseconds from the beginning of the navigation. */
  readonly drawnMs: number;
  readonly arrangedMs: number;
  readonly untilArranged: Noted;
  readonly pan: Noted;
  readonly zoom: Noted;
}

export const newPage = async (browser: Browser): Promise<Page> => {
  const page = await browser.newPage({ viewport: WINDOW });
  await probe(page);
  return page;
};

export async function measureCanvas(browser: Browser, nodes: number, edges: number): Promise<CanvasMeasured> {
  const outDir = await mkdtemp(join(tmpdir(), 'hearsay-bench-'));
  const root = 'bench/explorer/page';
  await build({
    configFile: false,
    root,
    plugins: [react()],
    worker: { format: 'es' },
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 8_000 },
  });
  const served = await serveFolder(outDir);
  const page = await newPage(browser);
  const since = performance.now();
  await page.goto(`${served.url}/?nodes=${nodes}&edges=${edges}&hub=0.5`);
  await page.locator('[data-places]:not([data-places=""])').waitFor();
  const drawnMs = round(performance.now() - since);
  const untilArranged = await noteWhile(page, () => page.locator('[data-ready=true]').waitFor());
  const arrangedMs = round(performance.now() - since);
  const measured = {
    drawnMs,
    arrangedMs,
    untilArranged,
    pan: await noteWhile(page, () => pan(page)),
    zoom: await noteWhile(page, () => zoom(page)),
  };
  await page.close();
  served.stop();
  await rm(outDir, { recursive: true });
  return measured;
}

const YARDSTICK = `<!doctype html><title>yardstick</title>
<div style="width:80px;height:80px;background:#1f4e79" id="moving"></div>`;

const MOVING = `requestAnimationFrame(function move(now) {
  document.getElementById('moving').style.translate = Math.sin(now / 300) * 200 + 'px';
  requestAnimationFrame(move);
});`;

export async function measureYardstick(browser: Browser): Promise<Record<'pan' | 'zoom', Noted>> {
  const page = await newPage(browser);
  // Not set as content: what is noted begins with a navigation.
  await page.goto(`data:text/html,${encodeURIComponent(YARDSTICK)}`);
  await page.evaluate(MOVING);
  const noted = {
    pan: await noteWhile(page, () => pan(page)),
    zoom: await noteWhile(page, () => zoom(page)),
  };
  await page.close();
  return noted;
}
