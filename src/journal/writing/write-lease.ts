// The right to write to a shared journal: nothing is decided before the events of other servers are applied.
import type { RecordedEvent } from '../../domain/event.js';
import type { JournalNews, Others } from '../stored/journal.js';
import { Overtaken } from '../stored/shared-rows.js';

export interface Follower {
  /** Draws what others wrote. */
  readonly apply: (events: readonly RecordedEvent[]) => void;
  /** Draws all of the journal again, where its past was rewritten. */
  readonly replay: (news: JournalNews) => Promise<void>;
}

/** All of it does nothing where nobody else writes. */
export class WriteLease {
  constructor(
    private readonly others: Others | null,
    private readonly drawing: Follower,
  ) {}

  /** Takes the turn to write, until something was written or it is passed. @throws JournalUnavailable. */
  async acquire(): Promise<void> {
    const { others, drawing } = this;
    if (!others) return;
    for (;;) {
      const news = await others.acquire();
      if (!isRewritten(news)) {
        drawing.apply(news.events);
        return;
      }
      // It takes long: a turn is for those who write.
      await others.release();
      await drawing.replay(news);
    }
  }

  async release(): Promise<void> {
    await this.others?.release();
  }

  /** Passes it once it is sure that what was drawn is all there is, and cannot be lost. @throws Overtaken, or JournalUnavailable. */
  async confirm(): Promise<void> {
    await this.others?.confirm();
  }

  /** Draws what others wrote, without a turn. */
  async catchUp(): Promise<void> {
    const news = await this.others?.news();
    if (!news) return;
    if (isRewritten(news)) await this.drawing.replay(news);
    else this.drawing.apply(news.events);
  }

  /** Runs `work` in a turn; once more where others were quicker. */
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

/** A text that was kept beside the journal is in no earlier event. */
const isRewritten = ({ events, isAnew }: JournalNews): boolean =>
  isAnew || events.some(({ event }) => event.type === 'Redacted' && event.what !== 'TEXT');
