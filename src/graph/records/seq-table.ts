// A hash table from 32-bit numbers to journal positions, in two typed arrays: it takes a fraction of the memory of a map.
const FIRST_ROOM = 64;

export class SeqTable {
  private words = new Uint32Array(FIRST_ROOM);
  /** 0 where nothing is. */
  private seqs = new Int32Array(FIRST_ROOM);
  private count = 0;

  get size(): number {
    return this.count;
  }

  /** Several places may have the same number. */
  add(word: number, seq: number): void {
    if (2 * this.count >= this.seqs.length) this.grow();
    this.put(word, seq);
    this.count += 1;
  }

  find(word: number): readonly number[] {
    const found: number[] = [];
    const last = this.seqs.length - 1;
    for (let at = word & last; this.seqs[at] !== 0; at = (at + 1) & last) {
      if (this.words[at] === word) found.push(this.seqs[at] ?? 0);
    }
    return found;
  }

  private put(word: number, seq: number): void {
    const last = this.seqs.length - 1;
    let at = word & last;
    while (this.seqs[at] !== 0) at = (at + 1) & last;
    this.words[at] = word;
    this.seqs[at] = seq;
  }

  private grow(): void {
    const { words, seqs } = this;
    this.words = new Uint32Array(2 * words.length);
    this.seqs = new Int32Array(2 * seqs.length);
    seqs.forEach((seq, at) => {
      if (seq !== 0) this.put(words[at] ?? 0, seq);
    });
  }
}
