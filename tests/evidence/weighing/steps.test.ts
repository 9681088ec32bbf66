// The steps charged for contradictions and support grow little faster than what is looked at.
import { expect, test } from 'vitest';
import { allContradictions } from '../../../src/evidence/weighing/contradictions.js';
import { workOutSupport } from '../../../src/evidence/weighing/support.js';
import type { Resumable } from '../../../src/graph/work/resumable.js';
import { Teller } from '../../fixtures/teller.js';
import { Asking } from '../asking.js';

function stepsOf(work: Resumable<unknown>): number {
  let steps = 0;
  for (const piece of work) steps += piece;
  return steps;
}

/** One slot with so many rivals, each of two years. */
function contradictionSteps(rivals: number): number {
  const teller = new Teller();
  teller.entity('north');
  const source = teller.source(teller.entity('party'));
  for (let at = 0; at < rivals; at += 1) {
    const validTime = `${1000 + (at % 500)}/${1001 + (at % 500)}`;
    teller.says(
      source,
      teller.claim('north', 'population', { type: 'NUMBER', text: String(at) }, { validTime }),
    );
  }
  return stepsOf(allContradictions(new Asking(teller).viewed.evidence));
}

/** One claim with so many attestations, each by a party of its own. */
function supportSteps(attestations: number): number {
  const teller = new Teller();
  const claim = teller.claim(teller.entity('x'), 'met', teller.entity('y'));
  for (let at = 0; at < attestations; at += 1)
    teller.says(teller.source(teller.entity(`party ${at}`)), claim);
  const asking = new Asking(teller);
  return stepsOf(workOutSupport(asking.viewed.evidence, asking.record(claim)));
}

test.each([
  { of: 'contradictions in a slot', stepsFor: contradictionSteps },
  { of: 'the support of a claim', stepsFor: supportSteps },
])('twice as much takes at most two and a half times the steps, for $of', ({ stepsFor }) => {
  for (const size of [300, 600]) {
    const once = stepsFor(size);
    expect(once).toBeGreaterThanOrEqual(size);
    expect(stepsFor(2 * size)).toBeLessThanOrEqual(2.5 * once);
  }
});
