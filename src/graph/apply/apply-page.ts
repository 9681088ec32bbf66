// Applies a page of a snapshot: attestations stay packed where possible, all other events are applied one by one, edges later.
import type { Recorded, RecordedEvent } from '../../domain/event.js';
import { addTraces } from './apply.js';
import type { Attachment, EventPage } from '../attestations/packed-attestations.js';
import type { Storage } from './storage.js';

/** @param draw applies one event */
export function applyPage(storage: Storage, page: EventPage, draw: (event: RecordedEvent) => void): void {
  storage.attestations.addPage(page);
  storage.edges.wait();
  const leave = leaving(storage, page);
  for (let seq = page.from; seq < page.from + page.length; seq += 1) {
    const found = page.attachment(seq);
    if (!found || !leave(seq, found)) draw(page.read(seq));
  }
}

/** Leaves an attestation packed, unless its claim or source is not known. */
function leaving(storage: Storage, page: EventPage): (seq: number, found: Attachment) => boolean {
  const { attestations, times } = storage;
  const claimAt = lookedUpOnce(page, storage.claims);
  const sourceAt = lookedUpOnce(page, storage.sources);
  return (seq, found) => {
    const [claim, source] = [claimAt(found.claim), sourceAt(found.source)];
    if (claim === 0 || source === 0 || !attestations.leavePacked(seq, claim, source, found.word))
      return false;
    times.push(found.time);
    if (found.isPlain) return true;
    const { event } = page.read(seq);
    if (event.type === 'SourceAttached') addTraces(storage, event, null);
    return true;
  };
}

/** Place in the journal of what bears the id that stands in a place of a page; 0 where nothing does. */
function lookedUpOnce(
  page: EventPage,
  records: ReadonlyMap<string, { readonly recorded: Recorded }>,
): (place: number) => number {
  const known = new Int32Array(page.textCount);
  return place => known[place] || (known[place] = records.get(page.textAt(place))?.recorded.seq ?? 0);
}
