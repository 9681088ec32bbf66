// A journal that several processes write to: it acquires the end before it writes, and passes on what others wrote.
import type { RecordedEvent } from '../../domain/event.js';
import { JournalError } from '../../domain/refusal.js';
import { readRow, type JournalRow } from './journal-row.js';
import { checkPlace } from './journal-tail.js';
import type { JournalNews, Others } from './journal.js';
import type { SharedRows, Since } from './shared-rows.js';
import { checkedEnd, StoredJournal, type JournalEnd } from './stored-journal.js';
import { Unvouched } from './unvouched.js';

const PAGE = 500;

export class SharedJournal extends StoredJournal<SharedRows> {
  private isHeld = false;

  override readonly others: Others = this.othersOf(this.store);

  /** Takes a turn for itself where none is had. */
  protected override async write(added: readonly JournalRow[], replaced?: JournalRow): Promise<void> {
    if (!this.isHeld) await this.takeUnchanged();
    this.isHeld = false;
    await super.write(added, replaced);
  }

  private othersOf(store: SharedRows): Others {
    return {
      acquire: () => this.inTurn(() => this.takeTurn()),
      release: () => this.inTurn(() => this.pass()),
      confirm: () => this.inTurn(() => this.settle()),
      news: () => this.inTurn(async () => this.newsOf(await store.since(this.end.seq, PAGE))),
      onNews: listener => store.onNews(listener),
      get age() {
        return store.age;
      },
    };
  }

  private async takeTurn(): Promise<JournalNews> {
    const since = await this.store.take(this.end.seq, PAGE);
    this.isHeld = true;
    try {
      return await this.newsOf(since);
    } catch (error) {
      await this.pass();
      throw error;
    }
  }

  private async pass(): Promise<void> {
    if (!this.isHeld) return;
    this.isHeld = false;
    await this.store.letGo();
  }

  private async settle(): Promise<void> {
    if (!this.isHeld) return;
    this.isHeld = false;
    await this.store.confirm(this.head);
  }

  private async takeUnchanged(): Promise<void> {
    const { head } = await this.store.take(this.end.seq, 1);
    if (head.seq === this.end.seq && head.hash === this.end.hash) return;
    await this.store.letGo();
    throw new JournalError(
      `The journal ends at ${head.seq}, expected was ${this.end.seq}: decide again on what is there now.`,
    );
  }

  private async newsOf({ head, rows }: Since): Promise<JournalNews> {
    const { end } = this;
    if (head.seq < end.seq || (head.seq === end.seq && head.hash !== end.hash)) return this.anew();
    const events: RecordedEvent[] = [];
    let last = end;
    const unvouched = new Unvouched();
    try {
      for (let page = rows; page.length > 0; page = await this.store.page(last.seq, PAGE)) {
        for (const row of page) {
          checkPlace(last, row);
          const read = readRow(row, last.hash);
          unvouched.note(read);
          events.push(read.recorded);
          last = row;
        }
        if (page.length < PAGE) break;
      }
      unvouched.check();
    } catch (error) {
      if (await this.isElsewhere()) return this.anew();
      throw error;
    }
    const { seq, hash, at } = last;
    this.end = { seq, hash, at };
    return { events, isAnew: false };
  }

  /** Whether what this process knows as the last row is not in the journal any more. */
  private async isElsewhere(): Promise<boolean> {
    const [row] = this.end.seq === 0 ? [] : await this.store.page(this.end.seq - 1, 1);
    return this.end.seq > 0 && row?.hash !== this.end.hash;
  }

  /** After a database lost rows that it had shown, for example because it was restored from an older copy. */
  private async anew(): Promise<JournalNews> {
    this.end = await endAmongOthers(this.store);
    return { events: [], isAnew: true };
  }
}

/** As `checkedEnd` where others write meanwhile: it looks again where the end moved. */
export async function endAmongOthers(store: SharedRows): Promise<JournalEnd> {
  for (;;) {
    const before = await store.head();
    try {
      return await checkedEnd(store);
    } catch (error) {
      const now = await store.head();
      if (now?.hash === before?.hash) throw error;
    }
  }
}
