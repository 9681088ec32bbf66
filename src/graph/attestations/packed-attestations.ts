// Attestations of a snapshot that nobody has asked for yet: an index from their ids to where they are packed.
import type { RecordedEvent } from '../../domain/event.js';
import type { AttestationId } from '../../domain/ids.js';
import { SeqTable } from '../records/seq-table.js';

/** What is known of an attachment without reading it: places of texts, and whether more hangs on it than its own record. */
export interface Attachment {
  /** The first eight digits of its id, as a number. */
  readonly word: number;
  readonly claim: number;
  readonly source: number;
  /** When it was recorded, milliseconds since 1970. */
  readonly time: number;
  readonly isPlain: boolean;
}

/** Events in a row that are read one by one, whenever they are asked for. */
export interface EventPage {
  /** Place of the first in the journal. */
  readonly from: number;
  readonly length: number;
  /** How many texts it has: their places are below that. */
  readonly textCount: number;
  textAt(place: number): string;
  read(seq: number): RecordedEvent;
  /** Null for any other event, and if the packed form does not say enough. */
  attachment(seq: number): Attachment | null;
  /** Of an attachment. */
  idAt(seq: number): AttestationId;
}

const ID = /^attestation:[0-9a-f]{24}$/;
const WORD_AT = 'attestation:'.length;

export class PackedAttestations {
  private readonly pages: EventPage[] = [];
  private readonly byWord = new SeqTable();

  get size(): number {
    return this.byWord.size;
  }

  addPage(page: EventPage): void {
    this.pages.push(page);
  }

  add(seq: number, word: number): void {
    this.byWord.add(word, seq);
  }

  /** Its place, or null. */
  find(id: AttestationId): number | null {
    if (this.size === 0 || !ID.test(id)) return null;
    const places = this.byWord.find(Number.parseInt(id.slice(WORD_AT, WORD_AT + 8), 16));
    return places.find(seq => this.idAt(seq) === id) ?? null;
  }

  idAt(seq: number): AttestationId {
    return this.pageOf(seq).idAt(seq);
  }

  read(seq: number): RecordedEvent {
    return this.pageOf(seq).read(seq);
  }

  private pageOf(seq: number): EventPage {
    const page = this.pages.findLast(({ from }) => from <= seq);
    if (!page) throw new Error(`no page holds event ${seq}`);
    return page;
  }
}
