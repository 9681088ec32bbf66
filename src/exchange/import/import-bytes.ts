// Bytes on their way in: gzip is seen by its first bytes and unpacked, other packings are refused by name.
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InvalidInput } from '../../domain/refusal.js';

const OTHERS: readonly (readonly [string, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
];

/**
 * The bytes of a file, unpacked where they are packed.
 * @throws InvalidInput while they are read, where the packing is damaged or another than gzip.
 */
export async function* unpacked(name: string, bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const { head, all } = await peek(bytes);
  const other = OTHERS.find(([, magic]) => startsWith(head, magic));
  if (other) {
    throw new InvalidInput(
      `${name} is packed with ${other[0]}: unpack it, or pack it with gzip, which is read.`,
      { file: name },
    );
  }
  yield* startsWith(head, [0x1f, 0x8b]) ? gunzipped(name, all) : all;
}

const startsWith = (head: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => head[index] === byte);

/** The first four bytes, which may come in several pieces, and all bytes again. */
async function peek(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const rest = bytes[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < 4) {
    const next = await rest.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return { head, all: joined(head, rest) };
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (;;) {
      const next = await rest.next();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}

async function* gunzipped(name: string, bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const unpacking = createGunzip();
  pipeline(Readable.from(bytes, { objectMode: false }), unpacking, () => {});
  try {
    yield* unpacking as AsyncIterable<Uint8Array>;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('Z_')) throw error;
    throw new InvalidInput(
      `${name} begins as gzip and cannot be unpacked to its end (${message}): get the file anew.`,
      { file: name },
    );
  } finally {
    unpacking.destroy();
  }
}
