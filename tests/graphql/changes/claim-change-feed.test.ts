// The feed of changes beneath the subscription: when it works, for whom, and for how long it waits.
import type { GraphQLError } from 'graphql';
import { beforeEach, expect, test } from 'vitest';
import { Scheduler, type Waiting } from '../../../src/graph/work/scheduler.js';
import { ClaimChangeFeed, type SeenChange } from '../../../src/graphql/changes/claim-change-feed.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openTinyApi, type TinyApi } from '../tiny-api.js';

let api: TinyApi;
let feed: ClaimChangeFeed;
/** How many listen to the ledger. */
let open: number;

beforeEach(async () => {
  api = await openTinyApi();
  open = 0;
  feed = new ClaimChangeFeed(counted(api.ledger), new Scheduler());
});

const counted = (ledger: Ledger): ConstructorParameters<typeof ClaimChangeFeed>[0] => ({
  get graph() {
    return ledger.graph;
  },
  get position() {
    return ledger.position;
  },
  through: view => ledger.through(view),
  onCommit: listener => {
    const stop = ledger.onCommit(listener);
    open += 1;
    return () => {
      open -= 1;
      stop();
    };
  },
});

/** Nobody has a turn before they are released. */
class HeldTurns extends Scheduler {
  private held: Waiting[] | null = [];

  override wait(one: Waiting): void {
    if (this.held) this.held.push(one);
    else super.wait(one);
  }

  release(): void {
    const held = this.held ?? [];
    this.held = null;
    for (const one of held) super.wait(one);
  }
}

const attach = (claim: string, source: string) =>
  api.ledger.execute({ type: 'AttachSource', claim, own: true, source: { id: source } }, 'Tess');

async function nextOf(listening: AsyncIterator<SeenChange>): Promise<SeenChange> {
  const { value, done } = await listening.next();
  if (done) throw new Error('nothing is told any more');
  return value;
}

/** Makes so many claims in one commit. */
async function makeClaims(count: number): Promise<void> {
  const { entities, ledger } = api;
  const made = Array.from({ length: count }, (_, at) => ({
    type: 'MakeClaim' as const,
    ...{ subject: entities.kim, predicate: 'met', object: entities.hwang },
    validTime: `${1000 + at}`,
  }));
  const { refused } = await ledger.executeAll(made, 'Tess');
  if (refused) throw refused.refusal;
}

test('who begins to listen while earlier commits wait is told of later ones only', async () => {
  const early = feed.subscribe(null);
  await attach(api.claims.cooling, api.sources.diplomat);
  const late = feed.subscribe(null);
  await attach(api.claims.envoy, api.sources.handbook);
  expect((await nextOf(late)).claim.claim.id).toBe(api.claims.envoy);
  const heard = [await nextOf(early), await nextOf(early)];
  expect(heard.map(({ claim }) => claim.claim.id)).toEqual([api.claims.cooling, api.claims.envoy]);
});

test('the ledger is listened to while anybody listens, and no longer', async () => {
  expect(open).toBe(0);
  const [one, other] = [feed.subscribe(null), feed.subscribe(api.claims.envoy)];
  expect(open).toBe(1);
  await attach(api.claims.envoy, api.sources.handbook);
  await one.return?.();
  expect(open).toBe(1);
  await nextOf(other);
  await other.return?.();
  expect(open).toBe(0);
});

test('what was noted for those who left is not told to who comes after them', async () => {
  const one = feed.subscribe(null);
  await attach(api.claims.cooling, api.sources.diplomat);
  await one.return?.();
  const next = feed.subscribe(null);
  await attach(api.claims.envoy, api.sources.handbook);
  expect((await nextOf(next)).claim.claim.id).toBe(api.claims.envoy);
});

test('who does not read is let go of with a code, and who reads hears everything', async () => {
  const [sleeper, reader] = [feed.subscribe(null), feed.subscribe(null)];
  await makeClaims(1100);
  const heard = new Set<string>();
  while (heard.size < 1100) heard.add((await nextOf(reader)).claim.claim.id);
  const refusal = (await sleeper.next().catch((error: unknown) => error)) as GraphQLError;
  expect(refusal.extensions['code']).toBe('SUBSCRIPTION_TOO_SLOW');
  expect((await sleeper.next()).done).toBe(true);
});

test('a change that waits while the past is redacted is told, and seen without the words', async () => {
  const { ledger, claims } = api;
  const turns = new HeldTurns();
  const listening = new ClaimChangeFeed(ledger, turns).subscribe(null);
  const { events } = await ledger.execute(
    {
      type: 'AttachSource',
      claim: claims.cooling,
      own: true,
      source: { new: { kind: 'REPORT', title: 'Sixpence', partyDescribedAs: 'someone' } },
    },
    'Tess',
  );
  await ledger.redact(
    { type: 'Redact', seq: events[0]?.seq ?? 0, what: 'TITLE', reason: 'by order of a court' },
    'Tess',
  );
  turns.release();
  const { seq } = await nextOf(listening);
  expect(seq).toBe(events.at(-1)?.seq);
  const viewed = ledger.through({ knownAtSeq: seq });
  const said = viewed.graph.attestationsOf(claims.cooling).map(({ attestation }) => attestation.source);
  const titles = said.map(id => viewed.graph.findSource(id)?.source.title);
  expect(titles.join()).not.toContain('Sixpence');
});

test('many changes of one commit are told in the order of their claims, each once', async () => {
  const listening = feed.subscribe(api.entities.kim);
  await makeClaims(300);
  const made = [...api.ledger.graph.claims()].slice(-300).map(({ claim }) => claim.id);
  for (const id of made) expect((await nextOf(listening)).claim.claim.id).toBe(id);
  await attach(api.claims.envoy, api.sources.handbook);
  expect((await nextOf(listening)).claim.claim.id).toBe(api.claims.envoy);
});
