import type { Activity } from 'botbuilder';
import type { OutsideId, Place } from '../../application/ports';
import { addressOf, placeOf, teamsData } from './address';

/** What Teams tells of a conversation without anybody having written in it. */
export type Change =
  | { readonly type: 'installed' }
  | { readonly type: 'people'; readonly people: readonly OutsideId[] }
  | { readonly type: 'lost'; readonly place: Place; readonly whole: 'place' | 'team' }
  | { readonly type: 'back'; readonly place: Place; readonly address: string };

/** Undefined for everything that changes nothing here, such as a channel that was renamed. */
export const changeIn = (activity: Activity): Change | undefined => {
  if (activity.type === 'installationUpdate') return installation(activity);
  if (activity.type !== 'conversationUpdate') return undefined;
  const place = placeOf(activity);
  const { eventType, channel } = teamsData(activity);
  const its: Activity = channel
    ? { ...activity, conversation: { ...activity.conversation, id: channel, conversationType: 'channel' } }
    : activity;
  if (eventType === 'channelDeleted') return { type: 'lost', place: placeOf(its), whole: 'place' };
  if (eventType === 'channelRestored') return { type: 'back', place: placeOf(its), address: addressOf(its) };
  if (eventType === 'teamDeleted' || eventType === 'teamHardDeleted') return { type: 'lost', place, whole: 'team' };
  const bot = (activity as Partial<Activity>).recipient?.id;
  const [added, removed] = [membersIn(activity.membersAdded), membersIn(activity.membersRemoved)];
  if (added.some(({ id }) => id === bot)) return { type: 'installed' };
  if (removed.some(({ id }) => id === bot)) return { type: 'lost', place, whole: wholeOf(place) };
  const people = [...added, ...removed].map(({ id, aadObjectId }) => aadObjectId ?? id);
  return people.length > 0 ? { type: 'people', people } : undefined;
};

type Account = { readonly id: string; readonly aadObjectId?: string };

/** Whoever is named by an id; Teams leaves out a lot, and so do others. */
const membersIn = (listed: unknown): readonly Account[] =>
  (Array.isArray(listed) ? (listed as readonly unknown[]) : []).flatMap((one): readonly Account[] => {
    const { id, aadObjectId } = (one ?? {}) as { readonly id?: unknown; readonly aadObjectId?: unknown };
    if (typeof id !== 'string') return [];
    return [{ id, ...(typeof aadObjectId === 'string' && { aadObjectId }) }];
  });

const installation = (activity: Activity): Change | undefined => {
  const said: unknown = activity.action;
  const action = typeof said === 'string' ? said.toLowerCase() : '';
  if (action === 'add') return { type: 'installed' };
  const place = placeOf(activity);
  return action === 'remove' ? { type: 'lost', place, whole: wholeOf(place) } : undefined;
};

const wholeOf = ({ team }: Place): 'place' | 'team' => (team === undefined ? 'place' : 'team');
