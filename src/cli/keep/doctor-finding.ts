// One line of `hearsay doctor`: what was looked at, how it is, and what to do about it.
export const CHECKS = [
  'node',
  'folder',
  'rights',
  'disk',
  'database',
  'journal',
  'snapshot',
  'texts',
  'clock',
  'vocabulary',
  'tokens',
  'port',
] as const;

export interface DoctorFinding {
  readonly check: (typeof CHECKS)[number];
  readonly state: 'ok' | 'warn' | 'bad';
  readonly found: string;
  /** What to do; null where there is nothing to be done. */
  readonly advice: string | null;
}

type Check = DoctorFinding['check'];

export const ok = (check: Check, found: string): DoctorFinding => ({
  check,
  state: 'ok',
  found,
  advice: null,
});
export const warn = (check: Check, found: string, advice: string): DoctorFinding => ({
  check,
  state: 'warn',
  found,
  advice,
});
export const bad = (check: Check, found: string, advice: string): DoctorFinding => ({
  check,
  state: 'bad',
  found,
  advice,
});
