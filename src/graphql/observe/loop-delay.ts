// Measures how late the event loop is: whatever keeps it busy makes every request wait.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const SAMPLE_MS = 20;
const NS = 1e-9;

export class LoopDelay {
  private readonly histogram = monitorEventLoopDelay({ resolution: SAMPLE_MS });

  constructor() {
    this.histogram.enable();
  }

  /** Seconds by quantile since this was last called. */
  read(): [quantile: string, seconds: number][] {
    const { histogram } = this;
    // What is recorded are the pauses between two samples, the one that was meant included.
    const late = (ns: number): number => Math.max(0, ns * NS - SAMPLE_MS / 1000);
    const read: [string, number][] = [
      ['0.5', late(histogram.percentile(50))],
      ['0.99', late(histogram.percentile(99))],
      ['1', late(histogram.max)],
    ];
    histogram.reset();
    return read;
  }

  close(): void {
    this.histogram.disable();
  }
}
