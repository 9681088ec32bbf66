import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeInBrowser } from '../fixtures/browser.js';
import { entity, explore, type Explored, type ExplorerPage } from '../fixtures/explorer-page.js';

const HOSTILE = '<img src=x onerror="document.title=\'broken\'">';
const AROUND_CHOE = `/?walk=${entity('choe')}~39`;

/** The graph on a page, as those who point at it and those who steer it by keyboard have it. */
class Graph {
  constructor(private readonly explorer: ExplorerPage) {}

  readonly page = this.explorer.page;
  readonly itself = this.page.getByRole('application', { name: /^Graph of/ });
  readonly drawn = this.page.locator('[data-places]');

  async ready(nodes?: number): Promise<void> {
    const wanted = nodes === undefined ? '' : `[data-nodes="${nodes}"]`;
    await this.page.locator(`[data-ready=true]${wanted}`).waitFor();
    await this.still();
  }

  /** Until nodes stand where they stood a moment ago. */
  async still(): Promise<void> {
    for (let before = ''; ;) {
      const now = (await this.drawn.getAttribute('data-places')) ?? '';
      if (now !== '' && now === before) return;
      before = now;
      await this.page.waitForTimeout(200);
    }
  }

  /** From the corner of the graph. */
  async places(): Promise<Record<string, [number, number]>> {
    return JSON.parse((await this.drawn.getAttribute('data-places')) ?? '{}') as Record<
      string,
      [number, number]
    >;
  }

  /** From the corner of the page. */
  async placeOf(id: string): Promise<{ x: number; y: number }> {
    const places = await this.places();
    const corner = await this.itself.boundingBox();
    const place = places[id];
    if (!place || !corner) throw new Error(`${id} is not drawn.`);
    return { x: corner.x + place[0], y: corner.y + place[1] };
  }

  async between(a: string, b: string): Promise<{ x: number; y: number }> {
    const [from, to] = [await this.placeOf(a), await this.placeOf(b)];
    return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  }

  async click(id: string): Promise<void> {
    const { x, y } = await this.placeOf(id);
    await this.page.mouse.click(x, y);
  }

  heard = (): Promise<string | null> => this.drawn.locator('[aria-live]').textContent();
  asked = (name: string): string | null => new URL(this.page.url()).searchParams.get(name);
}

describeInBrowser('the graph of the explorer', () => {
  let explored: Explored;

  beforeAll(async () => {
    explored = await explore();
  });
  afterAll(() => explored?.close());

  const open = async (at: string, scheme: 'light' | 'dark' = 'light') => {
    const explorer = await explored.open(at, { colorScheme: scheme });
    const graph = new Graph(explorer);
    await graph.ready();
    return { explorer, graph };
  };

  test('a click selects, a second one expands, a drag puts elsewhere, and undo takes each back', async () => {
    const { explorer, graph } = await open(AROUND_CHOE);
    const { page } = explorer;
    await graph.click(entity('kim-jong-un'));
    await page.getByRole('complementary', { name: 'Selected entity' }).waitFor();
    await expect.poll(() => graph.asked('selected')).toBe(`entity~${entity('kim-jong-un')}`);
    await graph.still();

    const before = Number(await graph.drawn.getAttribute('data-nodes'));
    const { x, y } = await graph.placeOf(entity('kim-jong-un'));
    await page.mouse.dblclick(x, y);
    await page.locator(`[data-nodes]:not([data-nodes="${before}"])`).waitFor();
    await graph.ready();
    await expect.poll(() => graph.asked('walk')).toContain(`${entity('kim-jong-un')}~25`);

    const from = await graph.placeOf(entity('russia'));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y + 50, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => graph.asked('moved')).toContain(entity('russia'));
    await expect.poll(() => graph.asked('selected')).toBe(`entity~${entity('kim-jong-un')}`);

    await page.goBack();
    await expect.poll(() => graph.asked('moved')).toBeNull();
    await page.goBack();
    await graph.ready(before);
    explorer.check();
    await explorer.close();
  });

  test('pointing at a line tells its claim, a click on it selects it', async () => {
    const { explorer, graph } = await open(AROUND_CHOE);
    const { x, y } = await graph.between(entity('choe'), entity('kim-kye-gwan'));
    await explorer.page.mouse.move(x - 5, y);
    await explorer.page.mouse.move(x, y);
    const tip = graph.drawn.getByText(/Kim Kye Gwan accompanies Choe Ryong Hae/);
    await tip.waitFor();
    await explorer.page.mouse.click(x, y);
    await explorer.page.getByRole('complementary', { name: 'Selected claim' }).waitFor();
    await explorer.close();
  });

  test('all of it goes by keyboard, and is said', async () => {
    const { explorer, graph } = await open(AROUND_CHOE);
    const { page } = explorer;
    await graph.itself.focus();
    await expect.poll(graph.heard).toMatch(/Choe Ryong Hae, person, \d+ claims, \d+ shown, expanded$/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(graph.heard).toMatch(/: (supported|corroborated).*\. .+ shown$/);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('c');
    await expect.poll(() => graph.asked('selected')).toMatch(/^claim~/);
    const first = graph.asked('selected');
    await page.keyboard.press('c');
    await expect.poll(() => graph.asked('selected')).not.toBe(first);
    await page.keyboard.press('Enter');
    await expect.poll(() => graph.asked('selected')).toBe(`entity~${entity('choe')}`);

    const before = await graph.drawn.getAttribute('data-nodes');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('e');
    await expect.poll(() => graph.asked('walk')?.split(' ').length).toBe(2);
    await graph.ready();
    await page.keyboard.press('Backspace');
    await expect.poll(() => graph.asked('walk')?.split(' ').length).toBe(1);
    await graph.ready(Number(before));

    await page.keyboard.press('+');
    await expect.poll(() => graph.asked('camera')).not.toBeNull();
    await page.keyboard.press('0');
    await expect.poll(() => graph.asked('camera')).toBeNull();

    await page.keyboard.press('p');
    await expect.poll(graph.heard).toMatch(/^A path starts at/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('p');
    await expect.poll(() => graph.asked('from')).not.toBeNull();
    explorer.check();
    await explorer.close();
  });

  test('a link opens the same picture: nodes stand where they stood', async () => {
    const { explorer, graph } = await open(AROUND_CHOE);
    await graph.click(entity('russia'));
    await explorer.page.getByRole('complementary', { name: 'Selected entity' }).waitFor();
    await explorer.page.getByRole('button', { name: 'Zoom in' }).click();
    await graph.itself.focus();
    await explorer.page.keyboard.press('e');
    await expect.poll(() => graph.asked('walk')?.split(' ').length).toBe(2);
    await graph.ready();
    await expect.poll(() => graph.asked('camera')).not.toBeNull();
    const address = new URL(explorer.page.url());
    const places = await graph.places();
    const again = await open(`${address.pathname}${address.search}`);
    const then = await again.graph.places();
    expect(Object.keys(then).length).toBeGreaterThan(15);
    for (const [id, [x, y]] of Object.entries(places)) {
      const [nowX = NaN, nowY = NaN] = then[id] ?? [];
      // The address holds the camera to a thousandth.
      expect(Math.hypot(nowX - x, nowY - y), id).toBeLessThan(2);
    }
    await explorer.close();
    await again.explorer.close();
  });

  test('the view can be taken along as a picture and for other programs', async () => {
    const { explorer } = await open(AROUND_CHOE);
    const take = async (format: string): Promise<Buffer> => {
      await explorer.page.getByRole('button', { name: 'Export' }).first().click();
      const [download] = await Promise.all([
        explorer.page.waitForEvent('download'),
        explorer.page.getByRole('button', { name: format.toUpperCase(), exact: true }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`hearsay-choe-ryong-hae.${format}`);
      return readFile(await download.path());
    };
    expect((await take('png')).subarray(1, 4).toString()).toBe('PNG');
    for (const format of ['svg', 'gexf']) {
      const text = (await take(format)).toString('utf8');
      expect(text).toContain('Vladivostok');
      expect(await isWellFormed(explorer, text)).toBe(true);
    }
    expect((await take('json')).toString('utf8')).toContain('"label": "Vladivostok"');
    explorer.check();
    await explorer.close();
  });

  test('it follows the colours of the page, and axe finds nothing serious in either', async () => {
    const { explorer } = await open(`${AROUND_CHOE}&selected=entity~${entity('russia')}`);
    const pictures: Buffer[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await explorer.page.emulateMedia({ colorScheme });
      expect(await explorer.seriousFaults()).toEqual([]);
      pictures.push(await explorer.page.locator('canvas').first().screenshot());
    }
    expect(pictures[0]?.equals(pictures[1] ?? Buffer.of())).toBe(false);
    await explorer.close();
  });

  test('a label that looks like markup is a label', async () => {
    const { addEntity } = (await explored.ask(
      `mutation ($label: String!) { addEntity(input: { kind: TOPIC, label: $label }) { entity { id } } }`,
      { label: HOSTILE },
    )) as { addEntity: { entity: { id: string } } };
    const { id } = addEntity.entity;
    const { explorer, graph } = await open(`/?walk=${id}~39`);
    await graph.itself.focus();
    await expect.poll(graph.heard).toContain(HOSTILE);
    await graph.click(id);
    await explorer.page.waitForTimeout(400);
    expect(await explorer.page.title()).not.toBe('broken');
    expect(await explorer.page.locator('img[src=x]').count()).toBe(0);
    explorer.check();
    await explorer.close();
  });
});

const isWellFormed = (explorer: ExplorerPage, text: string): Promise<boolean> =>
  explorer.page.evaluate(source => {
    const { DOMParser } = globalThis as unknown as {
      DOMParser: new () => {
        parseFromString(text: string, type: string): { querySelector(name: string): unknown };
      };
    };
    return new DOMParser().parseFromString(source, 'text/xml').querySelector('parsererror') === null;
  }, text);
