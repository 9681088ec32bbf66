// Types for the part of `edtf` that we use: the package brings none.
declare module 'edtf' {
  export interface Parsed {
    readonly type: 'Date' | 'Interval' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Set' | 'List';
    readonly min: number | null;
    readonly max: number | null;
    /** Of an interval: null where unknown, Infinity where open. */
    readonly lower?: unknown;
    readonly upper?: unknown;
  }
  export default function parse(text: string): Parsed;
}
