// What happens beside a hostile document: a client of small questions, which is answered or not, and how late.

const SMALL = [
  '{ stats { seq } }',
  '{ entity(id: "entity:hub") { label kind } }',
  '{ node(id: "entity:role") { id } }',
];

export interface Beside {
  /** Milliseconds of each small question, in the order they were asked. */
  readonly ms: readonly number[];
  /** What was no answer. */
  readonly failures: readonly string[];
}

/** Asks small questions one after another until told to stop. */
export function askBeside(apiUrl: string): { stop(): Promise<Beside> } {
  const ms: number[] = [];
  const failures: string[] = [];
  let over = false;
  const asking = (async () => {
    for (let at = 0; !over; at += 1) {
      const began = performance.now();
      const { text } = await post(apiUrl, SMALL[at % SMALL.length] ?? '');
      ms.push(performance.now() - began);
      if (!text.startsWith('{"data":{')) failures.push(text.slice(0, 200));
      await new Promise(resolve => setTimeout(resolve, 2));
    }
  })();
  return {
    stop: async () => {
      over = true;
      await asking;
      return { ms, failures };
    },
  };
}

export async function post(apiUrl: string, query: string): Promise<{ text: string; status: number }> {
  try {
    const response = await fetch(apiUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return { text: await response.text(), status: response.status };
  } catch (error) {
    return { text: `no answer: ${String(error)}`, status: 0 };
  }
}

/** The code of a refusal, 'data' for an answer, or what came instead. */
export function outcomeOf(text: string): string {
  try {
    const { data, errors } = JSON.parse(text) as {
      data?: unknown;
      errors?: { extensions?: { code?: string } }[];
    };
    if (errors?.[0]) return errors[0].extensions?.code ?? 'an error without a code';
    return data === undefined ? 'neither data nor errors' : 'data';
  } catch {
    return text.slice(0, 100);
  }
}
