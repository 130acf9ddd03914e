import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/**
 * The time of a soak: real time plus an offset that one process moves and all others see in the same instant. It lies in
 * a small file, so that no two processes ever disagree on what time it is. Beside it each process says whether it is at
 * something: time is moved only while nobody is.
 */
export type FastClock = {
  /** In milliseconds. */
  readonly now: () => number;
  readonly jumpTo: (at: number) => void;
  /** How many things the process with this number is at, and since when (real time) that has not changed. */
  readonly busyIn: (process: number) => { readonly count: number; readonly since: number };
  readonly setBusy: (process: number, count: number) => void;
  readonly close: () => void;
};

/** Bytes of one number. */
const size = 8;
const offsetAt = 0;
const countAt = (process: number): number => (1 + 2 * process) * size;
const sinceAt = (process: number): number => (2 + 2 * process) * size;

export const realNow = Date.now.bind(Date);

export const openFastClock = (file: string): FastClock => {
  const handle = openSync(file, 'r+');
  const bytes = Buffer.alloc(size);
  const read = (at: number): number => {
    bytes.fill(0);
    readSync(handle, bytes, 0, size, at);
    return bytes.readDoubleLE();
  };
  const write = (at: number, value: number): void => {
    bytes.writeDoubleLE(value);
    writeSync(handle, bytes, 0, size, at);
  };
  return {
    now: () => realNow() + read(offsetAt),
    jumpTo: (at) => {
      write(offsetAt, at - realNow());
    },
    busyIn: (process) => ({ count: read(countAt(process)), since: read(sinceAt(process)) }),
    setBusy: (process, count) => {
      write(sinceAt(process), realNow());
      write(countAt(process), count);
    },
    close: () => {
      closeSync(handle);
    },
  };
};
