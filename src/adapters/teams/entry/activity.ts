import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** What some clients send as `null` is not there. */
const maybe = <Shape extends z.ZodType>(shape: Shape) => shape.nullish().transform((value) => value ?? undefined);

/** Nothing that Teams sends is near these. In characters. */
const short = z.string().max(200);
const long = z.string().max(2_000);

const account = z.object({ id: long.optional(), name: maybe(long), aadObjectId: maybe(short) });
const conversation = z.object({
  id: long.optional(),
  conversationType: maybe(short),
  tenantId: maybe(short),
  isGroup: maybe(z.boolean()),
});
const several = maybe(z.array(z.unknown()).max(10_000));

/** What the product and the SDK read of an activity; everything else stays outside. */
const shape = z.object({
  type: short.min(1),
  id: long.optional(),
  name: maybe(short),
  action: maybe(short),
  channelId: short.optional(),
  serviceUrl: long.optional(),
  locale: maybe(short),
  localTimezone: maybe(short),
  replyToId: maybe(long),
  text: maybe(z.string()),
  from: maybe(account),
  recipient: maybe(account),
  conversation: maybe(conversation),
  entities: several,
  membersAdded: several,
  membersRemoved: several,
  // Whoever looks into these trusts nothing in them.
  channelData: z.unknown().optional(),
  value: z.unknown().optional(),
});

/** An activity in which everything that is there is of its kind. Undefined for what is none. */
export const readActivity = (body: unknown): Partial<Activity> | undefined => {
  const { success, data } = shape.safeParse(body);
  return success ? (data as Partial<Activity>) : undefined;
};
