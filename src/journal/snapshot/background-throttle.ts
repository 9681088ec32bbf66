// Throttles background work: after a few milliseconds of work it pauses several times as long, so requests hardly wait.
import { setTimeout } from 'node:timers/promises';

const WORK_MS = 5;
const RESTS = 4;

export class BackgroundThrottle {
  private since = performance.now();

  /** Await it unless it is null: then it is time to pause. */
  pause(): Promise<void> | null {
    const worked = performance.now() - this.since;
    return worked < WORK_MS ? null : this.resting(worked * RESTS);
  }

  private async resting(ms: number): Promise<void> {
    await setTimeout(ms);
    this.since = performance.now();
  }
}
