import type { ItemState } from '../model';
import type { Move } from './messages';

const unsettled = ['open', 'blocked', 'deferred'] as const;
const any = ['open', 'blocked', 'deferred', 'excluded', 'complete'] as const;

/** From which states each move is possible. */
export const moves: Readonly<Record<Move, readonly ItemState['type'][]>> = {
  acknowledge: any,
  take: unsettled,
  assign: unsettled,
  release: unsettled,
  schedule: unsettled,
  complete: unsettled,
  defer: unsettled,
  exclude: unsettled,
  block: ['open'],
  unblock: ['blocked'],
  reopen: ['complete', 'excluded', 'deferred'],
  note: any,
  rename: any,
  remove: any,
  return: ['deferred'],
};
