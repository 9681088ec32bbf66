// A claim whose names, quotes, titles and reasons are attempts to be more than text, denied by one and affirmed by another.
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import { ExportWorld } from '../../../src/exchange/export/export-world.js';
import { openLedger } from '../../fixtures/open-ledger.js';

export const HOSTILE = [
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  '[click](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example>',
  '| a | b |\n| --- | --- |\n# heading\n\n> quote\n\n- item\n1. one',
  '**bold** _it_ `code` ~~gone~~ &lt;b&gt; &#106; \\ "quoted" \'single\' http://evil.example/ www.evil.example a@evil.example',
  '</title></style></p><a href="javascript:alert(1)" onclick=alert(1)>x</a><!-- -->',
  '---',
  '+ plus',
] as const;

const [IMAGE, LINK, TABLE, MARKS, CLOSING, RULE, PLUS] = HOSTILE;

export async function hostileWorld(): Promise<{ readonly world: ExportWorld; readonly id: string }> {
  const { ledger } = await openLedger();
  const run = (command: Parameters<typeof ledger.execute>[0]) => ledger.execute(command, PLUS);
  await run({ type: 'AddEntity', id: 'entity:a', kind: 'PERSON', label: IMAGE });
  await run({ type: 'AddEntity', id: 'entity:b', kind: 'STATE', label: LINK });
  await run({ type: 'AddEntity', id: 'entity:c', kind: 'ORGANIZATION', label: RULE });
  const travels = {
    type: 'MakeClaim',
    subject: 'entity:a',
    predicate: 'travels_to',
    object: 'entity:b',
  } as const;
  const { claim = '' } = await run(travels);
  const url = 'https://example.org/a?b=1&lt;c=(x)"onclick=%3C';
  await run({
    type: 'AttachSource',
    claim,
    source: { new: { kind: 'ARTICLE', title: TABLE, url, party: 'entity:c' } },
    wording: MARKS,
    quote: { exact: CLOSING, prefix: MARKS, suffix: LINK },
    own: true,
  });
  await run({
    type: 'AttachSource',
    claim,
    source: { new: { kind: 'STATEMENT', title: RULE, partyDescribedAs: MARKS } },
    polarity: 'DENIES',
    own: true,
  });
  const { attestation = '' } = await run({
    type: 'AttachSource',
    claim,
    source: { new: { kind: 'POST', title: PLUS } },
  });
  await run({ type: 'WithdrawAttestation', id: attestation, reason: TABLE });
  const { claim: by = '' } = await run({ ...travels, validTime: '2014' });
  await run({ type: 'SupersedeClaim', id: by, by: claim, reason: CLOSING });
  return {
    world: new ExportWorld(new ViewedGraph(ledger.graph, { includeWithdrawn: true }), [claim]),
    id: claim,
  };
}
