// The right to write to a shared journal: nothing is decided before the events of other servers are applied.
import type { RecordedEvent } from '../../domain/event.js';
import type { JournalNews, Others } from '../stored/journal.js';
import { Overtaken } from '../stored/shared-rows.js';

export interface Follower {
  /** Applies events that other servers wrote. */
  readonly apply: (events: readonly RecordedEvent[]) => void;
  /** Replays the whole journal, because its past was rewritten. */
  readonly replay: (news: JournalNews) => Promise<void>;
}

/** If no other process writes to the journal, all methods do nothing. */
export class WriteLease {
  constructor(
    private readonly others: Others | null,
    private readonly drawing: Follower,
  ) {}

  /** Acquires the lease, and applies what others wrote before. @throws JournalUnavailable. */
  async acquire(): Promise<void> {
    const { others, drawing } = this;
    if (!others) return;
    for (;;) {
      const news = await others.acquire();
      if (!isRewritten(news)) {
        drawing.apply(news.events);
        return;
      }
      // A replay takes long, so others may write meanwhile.
      await others.release();
      await drawing.replay(news);
    }
  }

  async release(): Promise<void> {
    await this.others?.release();
  }

  /** Confirms that the graph has all events and none of them can be lost. @throws Overtaken, or JournalUnavailable. */
  async confirm(): Promise<void> {
    await this.others?.confirm();
  }

  /** Applies what others wrote, without acquiring the lease. */
  async catchUp(): Promise<void> {
    const news = await this.others?.news();
    if (!news) return;
    if (isRewritten(news)) await this.drawing.replay(news);
    else this.drawing.apply(news.events);
  }

  /** Runs `work` while holding the lease, and again if another server wrote first. */
  async within<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      await this.acquire();
      try {
        const done = await work();
        await this.confirm();
        return done;
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
      } finally {
        await this.release();
      }
    }
  }
}

/** A kept text (`TEXT`) lies beside the journal, so redacting one changes no earlier event. */
const isRewritten = ({ events, isAnew }: JournalNews): boolean =>
  isAnew || events.some(({ event }) => event.type === 'Redacted' && event.what !== 'TEXT');
