// The figures as a Markdown table.
import type { Figure } from './suite.js';

export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(figure => [
    `\`${figure.name}\``,
    figure.what,
    shown(figure.value, figure),
    `${shown(figure.low, figure)} to ${shown(figure.high, figure)}`,
    goalOf(figure),
    outcomeOf(figure),
  ]);
  const head = ['name', 'what', 'median', 'range', 'goal', ''];
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

const SUFFIX: Readonly<Record<Figure['unit'], string>> = {
  ...{ ratio: '', exponent: '', bytes: ' bytes', ms: ' ms', s: ' s', 'per second': ' / s' },
};

const shown = (value: number, { unit }: Figure): string => `${rounded(value)}${SUFFIX[unit]}`;

/** Three digits that count. */
const rounded = (value: number): string =>
  Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));

function goalOf({ goal }: Figure): string {
  if (!goal) return '';
  return 'atLeast' in goal ? `at least ${goal.atLeast}` : `at most ${goal.atMost}`;
}

/** Missed by so many times. */
export function outcomeOf({ goal, value }: Figure): string {
  if (!goal) return '';
  const isReached = 'atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost;
  if (isReached) return 'reached';
  const times = 'atLeast' in goal ? goal.atLeast / value : value / goal.atMost;
  // Times of something about nothing, such as an exponent that was to be 0, say nothing.
  return Number.isFinite(times) && times > 0 ? `missed, ${rounded(times)} times` : 'missed';
}
