// What the harnesses write: attachments, each with sources, a chain and an idempotency key of its own, so that every event in
// the journal tells by a title which attachment it belongs to.
import { ask, type ApiAnswer } from '../fixtures/ask-api.js';

export interface Attachment {
  /** Its idempotency key, in the titles of its sources too. */
  readonly name: string;
  readonly claim: string;
}

/** What became of a request, as far as the one who sent it can know. */
export type Fate =
  | { readonly is: 'ACKNOWLEDGED'; readonly attestation: string; readonly outcome: string }
  | { readonly is: 'REFUSED'; readonly status: number; readonly code: string }
  /** No whole answer came. */
  | { readonly is: 'UNANSWERED' };

/** The events of one attachment, in their order: a wire is relayed by an article, and both are new. */
export const EVENTS = ['SourceAdded', 'SourceAttached', 'SourceAdded', 'SourceHeld', 'SourceAttached'];

const TITLE = /“(?:Article|Wire) ([\w-]+)”/;

/** The attachment that a line of the journal belongs to. */
export const nameIn = (summary: string): string | null => TITLE.exec(summary)?.[1] ?? null;

const ATTACH = `mutation Attach($input: AttachSourceInput!) {
  attachSource(input: $input) { outcome attestation { id } userErrors { code message } }
}`;

const inputOf = ({ name, claim }: Attachment): object => ({
  claim,
  source: { new: { kind: 'ARTICLE', title: `Article ${name}` } },
  via: [{ source: { new: { kind: 'WIRE', title: `Wire ${name}` } } }],
  idempotencyKey: name,
});

interface Payload {
  readonly outcome: string;
  readonly attestation: { readonly id: string } | null;
}

/** Sends an attachment and waits for what comes of it. */
export async function attach(api: string, attachment: Attachment): Promise<Fate> {
  const answer = await answered(ask(api, ATTACH, { input: inputOf(attachment) }));
  if (!answer) return { is: 'UNANSWERED' };
  const { outcome, attestation } = (answer.data['attachSource'] ?? {}) as Partial<Payload>;
  if (outcome && attestation) return { is: 'ACKNOWLEDGED', attestation: attestation.id, outcome };
  return { is: 'REFUSED', status: answer.status, code: answer.codes[0] ?? answer.text };
}

async function answered(asked: Promise<ApiAnswer>): Promise<ApiAnswer | null> {
  try {
    return await asked;
  } catch {
    // The connection broke, or half an answer came.
    return null;
  }
}

/** Makes claims to attach sources to, and gives their ids. */
export async function makeClaims(api: string, values: readonly string[]): Promise<readonly string[]> {
  const entity = await idOf(api, 'addEntity', 'AddEntityInput', 'entity', { kind: 'EVENT', label: 'Storm' });
  const claim = { subject: entity, predicate: 'signals' };
  return Promise.all(
    values.map(value => idOf(api, 'makeClaim', 'MakeClaimInput', 'claim', { ...claim, value })),
  );
}

async function idOf(api: string, mutation: string, type: string, of: string, input: object): Promise<string> {
  const text = `mutation M($input: ${type}!) { ${mutation}(input: $input) { ${of} { id } userErrors { code message } } }`;
  const answer = await ask(api, text, { input });
  const payload = answer.data[mutation] as
    Readonly<Record<string, { readonly id: string } | null>> | undefined;
  const id = payload?.[of]?.id;
  if (id === undefined) throw new Error(`${mutation} was refused: ${answer.text}`);
  return id;
}
