// What a suite of measurements gives: figures by name, most of them ratios to a yardstick of the same run.

/** One figure. */
export interface Figure {
  /** As the table and the JSON file name it, such as `list100.vsHandWritten`. */
  readonly name: string;
  /** Median of the rounds. */
  readonly value: number;
  /** Range of the rounds. */
  readonly low: number;
  readonly high: number;
  readonly unit: 'ratio' | 'ms' | 's' | 'bytes' | 'per second' | 'exponent';
  /** What is to be reached, where something is. */
  readonly goal?: { readonly atLeast: number } | { readonly atMost: number };
  /** What is measured against what, in a few words. */
  readonly what: string;
}

export interface SuiteOptions {
  /** Smaller sizes and fewer rounds, so that all suites together end within ten minutes. */
  readonly quick: boolean;
  /** Tells how far it is, a line at a time. */
  say(line: string): void;
}

export type Suite = (options: SuiteOptions) => Promise<readonly Figure[]>;
