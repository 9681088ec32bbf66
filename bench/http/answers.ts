// What servers answer, and that they answer alike: a faster answer to another question would be no feat.
import { isDeepStrictEqual } from 'node:util';

export async function answerOf(url: string, body: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return response.text();
}

/** @throws Error where two servers answer differently, or with an error, to any of so many questions. */
export async function checkAlike(urls: readonly string[], next: () => string, times = 50): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    const body = next();
    const texts = await Promise.all(urls.map(async url => answerOf(url, body)));
    const [first, ...others] = texts.map(text => JSON.parse(text) as { data?: unknown; errors?: unknown });
    const isAnswer = first?.data != null && first.errors === undefined;
    if (isAnswer && others.every(other => isDeepStrictEqual(other, first))) continue;
    const found = texts.map((text, nth) => `${urls[nth]}: ${text.slice(0, 600)}`).join('\n');
    throw new Error(`These do not answer alike to ${body}:\n${found}`);
  }
}
