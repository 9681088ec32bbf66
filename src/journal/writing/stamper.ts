// When, by whom and by which way events are recorded: the same for all of a commit.
import type { Author, Event, RecordedEvent } from '../../domain/event.js';
import { readLine } from '../../domain/text.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { Stamp } from '../decide/decide-all.js';
import type { PendingEvent } from '../stored/journal.js';

export class Stamper {
  /** @param clock milliseconds since 1970; it may jump, but recorded times never go back. */
  constructor(
    private readonly graph: ClaimGraph,
    private readonly clock: () => number,
  ) {}

  /** @throws InvalidInput where the name is empty, too long, or not one line. */
  stamp(by: string | Author): Stamp {
    const at = new Date(Math.max(this.clock(), this.graph.lastTime)).toISOString();
    const { name, way } = typeof by === 'string' ? ({ name: by, way: 'API' } as const) : by;
    return { at, by: readLine(name, 'name', ['by']), way };
  }

  stamped(events: readonly Event[], by: string | Author): PendingEvent[] {
    const stamp = this.stamp(by);
    return events.map(event => ({ ...stamp, event }));
  }

  /** The events with the numbers they would get if they were recorded next. */
  asRecorded(events: readonly Event[], by: string | Author): RecordedEvent[] {
    return this.numbered(this.stamped(events, by));
  }

  numbered(events: readonly PendingEvent[]): RecordedEvent[] {
    return events.map((event, index) => ({ ...event, seq: this.graph.seq + index + 1 }));
  }
}
