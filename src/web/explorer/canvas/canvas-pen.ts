// Writes words on a 2D canvas, each with a rim of paper so that lines do not run through it.
import type { Colours } from './colours.js';
import type { Pen, WordStyle } from './write-words.js';

const WIDTHS_KEPT = 5_000;

export class CanvasPen implements Pen {
  readonly #widths = new Map<string, number>();
  #font = '';

  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly family: string,
    private readonly colours: Colours,
  ) {}

  /** To be called before each picture: a canvas that changed its size forgets. */
  begin(): void {
    this.#font = '';
    this.context.textAlign = 'center';
    this.context.textBaseline = 'middle';
    this.context.lineJoin = 'round';
    this.context.lineWidth = 6;
    this.context.strokeStyle = this.colours['--paper'] ?? '';
  }

  width(text: string, style: WordStyle): number {
    const key = `${style.weight} ${style.size} ${text}`;
    const known = this.#widths.get(key);
    if (known !== undefined) return known;
    this.#use(style);
    const { width } = this.context.measureText(text);
    if (this.#widths.size > WIDTHS_KEPT) this.#widths.clear();
    this.#widths.set(key, width);
    return width;
  }

  write(text: string, x: number, y: number, style: WordStyle): void {
    this.#use(style);
    this.context.strokeText(text, x, y);
    this.context.fillStyle = this.colours[style.colour] ?? '';
    this.context.fillText(text, x, y);
  }

  #use({ size, weight }: WordStyle): void {
    const font = `${weight} ${size}px ${this.family}`;
    if (font === this.#font) return;
    this.#font = font;
    this.context.font = font;
  }
}
