// A disk that keeps its word and no more: what was synced is there after a power loss; of the rest, whatever chance leaves,
// in any order and torn between sectors.
import { dirname } from 'node:path';
import type { Chance } from './chance.js';
import type { Step } from './sync-trace.js';

const SECTOR = 512;

type Change = { readonly at: number; readonly bytes: Buffer } | { readonly size: number };

/** A file's content: what is safe, and what is only promised. A folder is one without any. */
class Content {
  private safe = Buffer.alloc(0);
  private promised: Change[] = [];
  private syncing = 0;

  change(change: Change): void {
    this.promised.push(change);
  }

  sync(): void {
    this.syncing = this.promised.length;
  }

  synced(): void {
    this.safe = this.promised.splice(0, this.syncing).reduce(changed, this.safe);
    this.syncing = 0;
  }

  /** Without chance, all that is only promised is gone. */
  afterLoss(chance: Chance | null): Buffer {
    if (!chance) return this.safe;
    const pieces = this.promised.flatMap(sectors).filter(() => chance() < 0.5);
    const shuffled = pieces.map(piece => ({ piece, place: chance() })).sort((a, b) => a.place - b.place);
    return shuffled.reduce((content, { piece }) => changed(content, piece), this.safe);
  }
}

function changed(content: Buffer, change: Change): Buffer<ArrayBuffer> {
  const size = 'size' in change ? change.size : Math.max(content.length, change.at + change.bytes.length);
  const next = Buffer.alloc(size);
  content.copy(next);
  if ('bytes' in change) change.bytes.copy(next, change.at);
  return next;
}

/** A disk writes whole sectors: a change that crosses them may be torn there. */
function sectors(change: Change): readonly Change[] {
  if ('size' in change) return [change];
  const pieces: Change[] = [];
  for (let from = 0; from < change.bytes.length;) {
    const to = from + SECTOR - ((change.at + from) % SECTOR);
    pieces.push({ at: change.at + from, bytes: change.bytes.subarray(from, to) });
    from = to;
  }
  return pieces;
}

/**
 * Plays a trace; can tell at any time what a power loss would leave. Names are safe once their folder was synced, and those of the
 * folders it is in; what was there before the trace is.
 */
export class ForgetfulDisk {
  private readonly names = new Map<string, Content | null>();
  private readonly safeNames = new Map<string, Content | null>();
  /** Names that changed, in order, since their folder was synced. */
  private promisedNames: { readonly path: string; readonly content: Content | null }[] = [];

  constructor(private readonly root: string) {}

  play(step: Step): void {
    switch (step.is) {
      case 'MADE':
        if (!this.names.get(step.path)) this.name(step.path, new Content());
        return;
      case 'REMOVED':
        return this.name(step.path, null);
      case 'MOVED':
        this.name(step.to, this.names.get(step.path) ?? null);
        return this.name(step.path, null);
      case 'WRITTEN':
        return this.content(step.path).change(step);
      case 'CUT':
        return this.content(step.path).change(step);
      case 'SYNCING':
        return this.names.get(step.path)?.sync();
      case 'SYNCED':
        this.keepNamesIn(step.path);
        return this.names.get(step.path)?.synced();
      case 'SENT':
        return;
    }
  }

  /** The files after a power loss right now. Without chance, everything that was not synced is gone. */
  afterLoss(chance: Chance | null): ReadonlyMap<string, Buffer> {
    const names = new Map(this.safeNames);
    const cut = new Map<string, boolean>();
    for (const { path, content } of this.promisedNames) {
      // A name's own changes stay in order: after one that is lost, all are.
      const lost = cut.get(path) ?? false;
      cut.set(path, lost || !chance || chance() < 0.5);
      if (!cut.get(path)) names.set(path, content);
    }
    const found = (path: string): boolean =>
      path === this.root || (!!names.get(path) && found(dirname(path)));
    const kept = [...names].flatMap(([path, content]) =>
      content && found(path) ? [[path, content] as const] : [],
    );
    return new Map(kept.map(([path, content]) => [path, content.afterLoss(chance)]));
  }

  private name(path: string, content: Content | null): void {
    this.names.set(path, content);
    this.promisedNames.push({ path, content });
  }

  private content(path: string): Content {
    const content = this.names.get(path);
    if (!content) throw new Error(`${path} is written to, and was never made.`);
    return content;
  }

  private keepNamesIn(folder: string): void {
    for (const { path, content } of this.promisedNames) {
      if (dirname(path) === folder) this.safeNames.set(path, content);
    }
    this.promisedNames = this.promisedNames.filter(({ path }) => dirname(path) !== folder);
  }
}
