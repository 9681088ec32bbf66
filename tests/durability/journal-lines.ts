// The journal as the API shows it, held against what was sent: lost, doubled, half applied, or never sent.
import { ask } from '../fixtures/ask-api.js';
import { EVENTS, nameIn } from './attachment.js';

export interface JournalLine {
  readonly seq: number;
  readonly type: string;
  readonly summary: string;
  readonly subjectId: string;
}

/** What was sent, by name: the attestation where it was acknowledged, else null. */
export type Sent = ReadonlyMap<string, string | null>;

const PAGE = `query Journal($after: String) {
  journal(first: 100, after: $after) {
    nodes { seq type summary subjectId } pageInfo { hasNextPage endCursor }
  }
}`;

interface Page {
  readonly nodes: readonly JournalLine[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** All lines of the journal, by as many requests as it takes. */
export async function readJournal(api: string): Promise<readonly JournalLine[]> {
  const lines: JournalLine[] = [];
  await readFurther(api, { lines, end: null });
  return lines;
}

/** Lines that were read, and the cursor of the last. */
export interface LinesRead {
  readonly lines: JournalLine[];
  end: string | null;
}

/** Adds the lines after those that were read. */
export async function readFurther(api: string, read: LinesRead): Promise<void> {
  for (;;) {
    const answer = await ask(api, PAGE, { after: read.end });
    const page = answer.data['journal'] as Page | null | undefined;
    if (!page) throw new Error(`The journal cannot be read: ${answer.text}`);
    read.lines.push(...page.nodes);
    read.end = page.pageInfo.endCursor ?? read.end;
    if (!page.pageInfo.hasNextPage) return;
  }
}

/** The lines of each attachment that left any. */
export function byAttachment(lines: readonly JournalLine[]): ReadonlyMap<string, readonly JournalLine[]> {
  const found = new Map<string, JournalLine[]>();
  for (const line of lines) {
    const name = nameIn(line.summary);
    if (name !== null) found.set(name, [...(found.get(name) ?? []), line]);
  }
  return found;
}

/** Where the journal breaks its word about what was sent; empty where it keeps it. */
export function brokenPromises(lines: readonly JournalLine[], sent: Sent): readonly string[] {
  const found = byAttachment(lines);
  const gap = lines.findIndex(({ seq }, index) => seq !== index + 1);
  return [
    ...(gap < 0 ? [] : [`line ${gap + 1} of the journal has the number ${lines[gap]?.seq}`]),
    ...[...sent].flatMap(([name, attestation]) => broken(name, attestation, found.get(name) ?? [])),
    ...[...found.keys()].filter(name => !sent.has(name)).map(name => `${name} was never sent`),
  ];
}

function broken(name: string, attestation: string | null, lines: readonly JournalLine[]): readonly string[] {
  if (lines.length === 0) return attestation === null ? [] : [`${name} was acknowledged and is lost`];
  const types = lines.map(({ type }) => type).join();
  const together = lines.every(({ seq }, index) => seq === (lines[0]?.seq ?? 0) + index);
  if (types !== EVENTS.join() || !together) return [`${name} is doubled or half applied: ${types}`];
  if (attestation === null || lines.at(-1)?.subjectId === attestation) return [];
  return [`${name} was acknowledged as ${attestation}, the journal has ${lines.at(-1)?.subjectId}`];
}
