// A dry run: events applied to see what would be, all of them rolled back in the end. It can also roll back to a savepoint.
import type { RecordedEvent } from '../../domain/event.js';
import { apply, type Extent, type Undo } from './apply.js';
import type { Storage } from './storage.js';

export class DryRun {
  private readonly undos: Undo[] = [];

  constructor(
    private readonly storage: Storage,
    private readonly extent: Extent,
  ) {}

  apply(event: RecordedEvent): void {
    apply(this.storage, event, this.undos, this.extent);
  }

  /** How far it has come, to go back to. */
  get savepoint(): number {
    return this.undos.length;
  }

  /** Undoes the events that were applied since. */
  rollBackTo(place: number): void {
    while (this.undos.length > place) this.undos.pop()?.();
  }
}
