// The bodies that the servers are asked with: each once, so that no answer was kept, or the same again and again.
import { bodyOf, type Shape } from './shapes.js';

export class Questions {
  private readonly asked = new Map<Shape, number>();

  /** @param actors those to ask about. */
  constructor(private readonly actors: readonly string[]) {}

  /** One more body each time it is called. */
  readonly fresh = (shape: Shape): (() => string) => {
    return () => {
      const nth = this.asked.get(shape) ?? 0;
      this.asked.set(shape, nth + 1);
      return bodyOf(shape, nth, this.actors);
    };
  };

  /** The same body each time. */
  readonly repeated = (shape: Shape): (() => string) => {
    const body = bodyOf(shape, 0, this.actors);
    return () => body;
  };
}
