// Keeps a graph with a journal that others write to: nothing is decided before what they wrote is drawn.
import type { RecordedEvent } from '../../domain/event.js';
import type { News, Others } from '../stored/journal.js';
import { Overtaken } from '../stored/shared-rows.js';

export interface Drawing {
  /** Draws what others wrote. */
  readonly draw: (events: readonly RecordedEvent[]) => void;
  /** Draws all of the journal again, where its past was rewritten. */
  readonly redraw: (news: News) => Promise<void>;
}

/** All of it does nothing where nobody else writes. */
export class Turns {
  constructor(
    private readonly others: Others | null,
    private readonly drawing: Drawing,
  ) {}

  /** Takes the turn to write, until something was written or it is passed. @throws JournalUnavailable. */
  async take(): Promise<void> {
    const { others, drawing } = this;
    if (!others) return;
    for (;;) {
      const news = await others.takeTurn();
      if (!isRewritten(news)) {
        drawing.draw(news.events);
        return;
      }
      // It takes long: a turn is for those who write.
      await others.pass();
      await drawing.redraw(news);
    }
  }

  async pass(): Promise<void> {
    await this.others?.pass();
  }

  /** Passes it once it is sure that what was drawn is all there is, and cannot be lost. @throws Overtaken, or JournalUnavailable. */
  async settle(): Promise<void> {
    await this.others?.settle();
  }

  /** Draws what others wrote, without a turn. */
  async look(): Promise<void> {
    const news = await this.others?.news();
    if (!news) return;
    if (isRewritten(news)) await this.drawing.redraw(news);
    else this.drawing.draw(news.events);
  }

  /** Runs `work` in a turn; once more where others were quicker. */
  async within<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      await this.take();
      try {
        const done = await work();
        await this.settle();
        return done;
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
      } finally {
        await this.pass();
      }
    }
  }
}

/** A text that was kept beside the journal is in no earlier event. */
const isRewritten = ({ events, isAnew }: News): boolean =>
  isAnew || events.some(({ event }) => event.type === 'Redacted' && event.what !== 'TEXT');
