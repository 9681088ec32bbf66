import { expect, test } from 'vitest';
import type { Example } from '../../../src/web/playground/read-examples.js';
import { placeReadyTabs } from '../../../src/web/playground/ready-tabs.js';

/** What a browser keeps between visits. */
class Browser {
  private readonly kept = new Map<string, string>();
  getItem = (key: string): string | null => this.kept.get(key) ?? null;
  setItem = (key: string, value: string): unknown => this.kept.set(key, value);
  removeItem = (key: string): unknown => this.kept.delete(key);

  visit(...examples: Example[]): this {
    placeReadyTabs(this, examples);
    return this;
  }

  /** Leaves tabs behind as GraphiQL does. */
  leave(activeTabIndex: number, ...tabs: object[]): this {
    this.setItem('graphiql:tabState', JSON.stringify({ tabs, activeTabIndex }));
    return this;
  }

  get state() {
    return JSON.parse(this.getItem('graphiql:tabState') ?? '{}') as {
      tabs: { id: string; title: string; query: string; variables: string | null }[];
      activeTabIndex: number;
    };
  }

  get tabs(): [string, string][] {
    return this.state.tabs.map(({ id, query }) => [id, query]);
  }
}

const example = (name: string, text = `query ${name} { stats { seq } }`): Example => ({
  name,
  question: name,
  text,
});
const [one, two] = [example('One'), example('Two')];
const ready = ({ name, text }: Example) => ({ id: `example:${name}`, title: name, query: text });
const mine = (query: string, more = {}) => ({ id: 'anything', title: 'Mine', query, ...more });

test('on a first visit the examples are the tabs, and the first is open', () => {
  const browser = new Browser().visit(one, two);
  expect(browser.tabs).toEqual([
    ['example:One', one.text],
    ['example:Two', two.text],
  ]);
  expect(browser.state.activeTabIndex).toBe(0);
  expect(browser.getItem('graphiql:query')).toBe(one.text);
});

test('a tab of the reader stays, behind the examples', () => {
  const browser = new Browser().visit(one).leave(1, ready(one), mine('{ mine }', { variables: '{"a":1}' }));
  browser.visit(one, two);
  expect(browser.tabs.at(-1)).toEqual(['own:1', '{ mine }']);
  expect(browser.state.tabs.at(-1)?.variables).toBe('{"a":1}');
  expect(browser.state.activeTabIndex).toBe(2);
  expect(browser.getItem('graphiql:variables')).toBe('{"a":1}');
});

test('an edited example is new again, and the edit is kept as a tab of the reader', () => {
  const edited = { ...ready(one), query: 'query One { changed }' };
  const browser = new Browser().visit(one, two).leave(0, edited, ready(two)).visit(one, two);
  expect(browser.tabs).toEqual([
    ['example:One', one.text],
    ['example:Two', two.text],
    ['own:1', 'query One { changed }'],
  ]);
  expect(browser.state.activeTabIndex).toBe(2);
});

test('an example that we changed leaves nothing of its old text behind', () => {
  const newer = example('One', 'query One { stats { claims } }');
  const browser = new Browser().visit(one).leave(0, ready(one)).visit(newer);
  expect(browser.tabs).toEqual([['example:One', newer.text]]);
});

test('a closed example is back, and the open one stays open', () => {
  const browser = new Browser().visit(one, two).leave(0, ready(two)).visit(one, two);
  expect(browser.tabs.map(([id]) => id)).toEqual(['example:One', 'example:Two']);
  expect(browser.state.activeTabIndex).toBe(1);
});

test('visiting again and again adds nothing', () => {
  const browser = new Browser().visit(one).leave(0, ready(one), mine('{ mine }'), mine('{ other }'));
  const before = browser.visit(one).tabs;
  expect(browser.visit(one).visit(one).tabs).toEqual(before);
  expect(new Set(before.map(([id]) => id)).size).toBe(3);
});

test.each([
  ['no JSON', '{'],
  ['null', 'null'],
  ['another form', '[1, 2]'],
  ['tabs that are none', '{"tabs":[null,7,{"query":3},{"query":"  "}],"activeTabIndex":"x"}'],
])('what cannot be read as tabs is let go: %s', (_, kept) => {
  const browser = new Browser();
  browser.setItem('graphiql:tabState', kept);
  expect(browser.visit(one).tabs).toEqual([['example:One', one.text]]);
});
