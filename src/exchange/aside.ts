// Work aside: in a thread of its own, so that nobody waits behind it, one task at a time, each within a limit of time and of memory.
import { Worker } from 'node:worker_threads';
import { InvalidInput } from '../domain/refusal.js';

/** What one task may take. */
export interface AsideLimits {
  /** Milliseconds of one task, from when it is begun. */
  readonly ms: number;
  /** Of the thread's objects, beside the text that it is given. */
  readonly megabytes: number;
}

const MS_BETWEEN_LOOKS = 100;

/** A line of tasks of one sort, each done in a thread that ends with it. */
export class Aside<Task, Outcome> {
  /** Each begins when the one before has ended. */
  private last: Promise<unknown> = Promise.resolve();

  /**
   * @param thread path of a built module that makes one outcome of its `workerData` and posts it
   * @param what the task is done to, for a refusal: `The dossier`
   */
  constructor(
    private readonly thread: string,
    private readonly what: string,
    private readonly limits: AsideLimits,
  ) {}

  /**
   * Task and outcome are copied: plain data. Refuses with InvalidInput past a limit, and with what `look` throws, which is called when
   * its turn has come and ten times a second from then on.
   */
  async run(task: Task, look: () => void = () => {}): Promise<Outcome> {
    const turn = this.last.then(() => {
      look();
      return this.outcomeOf(task, look);
    });
    this.last = turn.catch(() => {});
    return turn;
  }

  private async outcomeOf(task: Task, look: () => void): Promise<Outcome> {
    const { ms, megabytes } = this.limits;
    const resourceLimits = { maxOldGenerationSizeMb: megabytes };
    const worker = new Worker(this.thread, { workerData: task, resourceLimits });
    return new Promise<Outcome>((resolve, refuse) => {
      const timer = setTimeout(() => refuse(this.tooMuch(`${ms} ms`)), ms);
      const looking = setInterval(() => attempt(look, refuse), MS_BETWEEN_LOOKS);
      worker.once('message', resolve);
      worker.once('error', (error: NodeJS.ErrnoException) =>
        refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? this.tooMuch(`${megabytes} MB`) : error),
      );
      worker.once('exit', () => {
        clearTimeout(timer);
        clearInterval(looking);
        refuse(new Error(`${this.thread} ended without an outcome`));
      });
    }).finally(() => worker.terminate());
  }

  private tooMuch(limit: string): InvalidInput {
    return new InvalidInput(`${this.what} took more than ${limit} to read: split it.`);
  }
}

function attempt(look: () => void, refuse: (error: unknown) => void): void {
  try {
    look();
  } catch (error) {
    refuse(error);
  }
}
