// The nodes of a file in turn, each as what it asks for: a claim waits for the attestations that follow it.
import { IDENTITY_JUDGEMENTS, type Command, type SupersedeClaim } from '../../../domain/command.js';
import type { ClaimId, SourceId } from '../../../domain/ids.js';
import { sourceId } from '../../../domain/source.js';
import type { Vocabulary } from '../../../domain/vocabulary.js';
import type { ImportedItem, ItemPlace } from '../../import/importer.js';
import type { NodeReader } from './node-reader.js';
import { readClaim, type ClaimRead } from './read-claim.js';
import { readEntity } from './read-entity.js';
import { readSaid, readSource, type SaidRead } from './read-said.js';
import { restoreSaid } from './restore-said.js';
import { present } from './present.js';
import { unknownMembers } from './known-members.js';

const WHO_AND_WHEN = 'who recorded it, and when';

interface OpenClaim {
  readonly read: ClaimRead;
  readonly place: ItemPlace;
  readonly said: SaidRead[];
  readonly lost: string[];
}

export class GraphReading {
  /** Of sources whose ids were made from what is redacted by now. */
  private readonly sourceIds = new Map<SourceId, SourceId>();
  /** Of claims, in the same way. */
  private readonly claimIds = new Map<ClaimId, ClaimId>();
  private open: OpenClaim | null = null;
  /** Names that wait for the source they were met in. */
  private names: ImportedItem[] = [];
  private readonly supersessions: (Omit<SupersedeClaim, 'type'> & { readonly place: ItemPlace })[] = [];
  private readonly withdrawals: ImportedItem[] = [];

  constructor(private readonly vocabulary: Vocabulary) {}

  /** @throws InvalidInput where the node is wrong. */
  *take(node: NodeReader): IterableIterator<ImportedItem> {
    const { type } = node;
    if (type === 'Attestation') {
      this.takeSaid(node);
      return;
    }
    yield* this.closed();
    const lost = unknownMembers(node);
    if (type === 'Entity') yield this.entity(node, lost);
    else if (type === 'Source') yield this.source(node, lost);
    else if (type === 'Claim') {
      yield* this.waiting();
      this.open = { read: readClaim(node, this.vocabulary), place: node.place, said: [], lost: [...lost] };
    } else if (type === 'Judgement')
      yield { ...item(node.place, [judgementOf(node)]), lost: [...lost, WHO_AND_WHEN] };
    else node.refuse('@type', `is "${type.slice(0, 40)}", which is none that is written here`);
  }

  *end(): IterableIterator<ImportedItem> {
    yield* this.closed();
    yield* this.waiting();
    for (const { place, by, ...rest } of this.supersessions)
      yield item(place, [{ type: 'SupersedeClaim', by: this.claimIds.get(by) ?? by, ...rest }]);
    yield* this.withdrawals;
  }

  private entity(node: NodeReader, lost: readonly string[]): ImportedItem {
    const read = readEntity(node);
    for (const command of read.namesMet) this.names.push(item(node.place, [command]));
    return { ...item(node.place, read.commands), lost: [...lost, ...read.lost, WHO_AND_WHEN] };
  }

  private source(node: NodeReader, lost: readonly string[]): ImportedItem {
    const { id, description, held } = readSource(node);
    const known = sourceId(description);
    if (known !== id) this.sourceIds.set(id, known);
    const lostId = known === id ? [] : ['id of a source, which was made from what is redacted'];
    return {
      ...item(node.place, [{ type: 'AddSource', source: description, held }]),
      lost: [...lost, ...lostId, WHO_AND_WHEN],
    };
  }

  private waiting(): readonly ImportedItem[] {
    const { names } = this;
    this.names = [];
    return names;
  }

  private takeSaid(node: NodeReader): void {
    const said = readSaid(node);
    if (said.claim !== this.open?.read.written) {
      node.refuse('says', 'names another claim than the one before it, or that one is wrong');
    }
    this.open.said.push(said);
    this.open.lost.push(...unknownMembers(node));
  }

  private *closed(): IterableIterator<ImportedItem> {
    if (!this.open) return;
    const { read, place, said, lost } = this.open;
    this.open = null;
    const { claim, written, make, withdrawn, superseded } = read;
    if (claim !== written) this.claimIds.set(written, claim);
    const lostId = claim === written ? [] : ['id of a claim, which was made from what is redacted'];
    const again = restoreSaid(claim, said, this.sourceIds);
    yield {
      ...item(place, [make, ...again.commands]),
      lost: [...lost, ...lostId, ...again.lost, WHO_AND_WHEN],
    };
    // One that replaces another must not be withdrawn yet.
    if (superseded) this.supersessions.push({ place, id: claim, ...superseded });
    if (withdrawn) this.withdrawals.push(item(place, [{ type: 'WithdrawClaim', id: claim, ...withdrawn }]));
  }
}

const item = (place: ItemPlace, commands: readonly Command[]) => ({ place, commands });

function judgementOf(node: NodeReader): Command {
  const [a, b, ...others] = node.ids('of');
  if (a === undefined || b === undefined || others.length > 0) node.refuse('of', 'must name two entities');
  return {
    type: 'JudgeIdentity',
    a,
    b,
    judgement: node.needWord('judgement', IDENTITY_JUDGEMENTS),
    ...present({ reason: node.text('reason') }),
  };
}
