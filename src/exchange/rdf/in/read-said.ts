// Sources and attestations read from nodes of our JSON-LD, each held to its id: an id is made from content, so that damage shows.
import {
  attestationId,
  CERTAINTIES,
  CREDIBILITIES,
  LINEAGES,
  POLARITIES,
  type Attestation,
  type Lineage,
  type Quote,
} from '../../../domain/attestation.js';
import type { AttestationId, SourceId } from '../../../domain/ids.js';
import { redactedHash } from '../../../domain/redaction.js';
import { sourceId, SOURCE_KINDS, type SourceDescription } from '../../../domain/source.js';
import type { NodeReader } from './node-reader.js';
import { present } from './present.js';

export interface SourceRead {
  readonly id: SourceId;
  readonly description: SourceDescription;
  /** Someone has the source itself. */
  readonly held: boolean;
}

export interface LineageRead {
  readonly lineage: Lineage;
  readonly relays: readonly AttestationId[];
}

/** An attestation with its history. */
export interface SaidRead extends Omit<Attestation, keyof LineageRead> {
  readonly attached: LineageRead;
  /** The last that was noted since. */
  readonly noted: LineageRead | null;
  /** Why it was withdrawn. */
  readonly withdrawn: string | null;
  /** How many with the same key were withdrawn before it; null where a redacted text hides what its id was made from. */
  readonly earlier: number | null;
}

export function readSource(node: NodeReader): SourceRead {
  const description: SourceDescription = {
    kind: node.needWord('kind', SOURCE_KINDS),
    ...present({
      title: node.text('title'),
      url: node.text('url'),
      publishedAt: node.text('publishedAt'),
      party: node.ids('party')[0],
      partyDescribedAs: node.text('partyDescribedAs'),
      textFile: node.text('textFile'),
    }),
  };
  const { id } = node;
  const redacted =
    node.data['redacted'] === true || [description.title, description.partyDescribedAs].some(isRedacted);
  if (!redacted && sourceId(description) !== id) node.refuse('@id', OTHER_CONTENT);
  return { id, description, held: node.data['held'] === true };
}

export function readSaid(node: NodeReader): SaidRead {
  const now = lineageOf(node, 'lineage', 'relays');
  const isNoted = node.data['lineageNoted'] !== undefined;
  const said = {
    id: node.id,
    claim: node.need('says'),
    source: node.need('saidIn'),
    polarity: node.needWord('polarity', POLARITIES),
    certainty: node.needWord('certainty', CERTAINTIES),
    ...present({
      wording: node.text('wording'),
      locator: node.text('locator'),
      quote: quoteOf(node.node('quote')),
      credibility: node.word('credibility', CREDIBILITIES),
    }),
    attached: isNoted ? lineageOf(node, 'lineageAsAttached', 'relaysAsAttached') : now,
    noted: isNoted ? now : null,
    withdrawn: node.node('withdrawn')?.need('reason') ?? null,
  };
  return { ...said, earlier: earlierOf(said, node) };
}

export const OTHER_CONTENT = 'was made from other content: it was changed since';

/** It cannot be checked whether a redacted text is the one that the id was made from. */
const isRedacted = (text: string | undefined): boolean => text !== undefined && redactedHash(text) !== null;

const MOST_TIMES = 1000;

/** Said again after a withdrawal, it has another id each time. */
function earlierOf({ attached, ...said }: Omit<SaidRead, 'earlier'>, node: NodeReader): number | null {
  if (isRedacted(said.quote?.exact)) return null;
  for (let earlier = 0; earlier < MOST_TIMES; earlier += 1) {
    if (attestationId({ ...said, ...attached }, earlier) === said.id) return earlier;
  }
  return node.refuse('@id', OTHER_CONTENT);
}

const lineageOf = (node: NodeReader, lineage: string, relays: string): LineageRead => ({
  lineage: node.needWord(lineage, LINEAGES),
  relays: [...node.ids(relays)].sort(),
});

function quoteOf(node: NodeReader | undefined): Quote | undefined {
  const selector = node?.node('hasSelector');
  if (!node || !selector) return undefined;
  return {
    exact: selector.need('exact'),
    ...present({
      prefix: selector.text('prefix'),
      suffix: selector.text('suffix'),
      paragraph: node.number('paragraph'),
      start: node.number('start'),
      end: node.number('end'),
      textHash: node.text('textHash'),
    }),
  };
}
