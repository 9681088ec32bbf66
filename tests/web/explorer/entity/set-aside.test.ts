import { expect, test } from 'vitest';
import { setAside } from '../../../../src/web/explorer/entity/set-aside.js';
import { START, walkFrom } from '../../../../src/web/explorer/view-state/view-state.js';

test('what is set aside is shown where one is', () => {
  const walk = walkFrom(START, 'choe');
  expect(setAside('entity', 'upi')(walk)).toEqual({ ...walk, fallen: 'upi' });
});

test('from the first screen the page of what is set aside opens', () => {
  expect(setAside('source', 'upi-article')(START)).toMatchObject({
    stage: { at: 'source', id: 'upi-article' },
    fallen: 'upi-article',
  });
});
