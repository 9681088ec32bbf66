// A yardstick server as a child process.
import { fork, type ChildProcess, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Yardstick {
  readonly url: string;
  tell(message: Serializable): void;
  end(): Promise<void>;
}

/** @param script a file of this folder, without its ending. */
export async function startYardstick(script: string, args: readonly string[] = []): Promise<Yardstick> {
  const child = fork(fileURLToPath(new URL(`${script}.js`, import.meta.url)), args, {
    stdio: ['ignore', 'ignore', 2, 'ipc'],
    execArgv: [],
  });
  const [{ url }] = (await Promise.race([once(child, 'message'), gaveUp(child, script)])) as [
    { url: string },
  ];
  return {
    url,
    tell: message => child.send(message),
    end: async () => {
      const ended = once(child, 'close');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function gaveUp(child: ChildProcess, script: string): Promise<never> {
  await once(child, 'close');
  throw new Error(`The yardstick ${script} ended before it served.`);
}
