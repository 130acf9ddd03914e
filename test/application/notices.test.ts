import { outboxOf } from '../../src/application/notices';
import { type Command, decide, type Event, fold, lotse } from '../../src/engagement/index';
import { anna, asking, ben, definitions, mehmet, someoneNew, start } from '../support/given';
import { notStarted } from '../../src/engagement/index';

/** What others should see after these commands, each by whoever gives it, all in one operation. */
const outbox = (
  before: readonly (readonly [string, Command])[],
  operation: readonly (readonly [string, Command])[],
) => {
  const run = (commands: readonly (readonly [string, Command])[], onto = notStarted) => {
    const events: Event[] = [];
    for (const [by, command] of commands) {
      const decision = decide(command, fold(events, onto), asking(by));
      if ('refused' in decision) throw new Error(JSON.stringify(decision.refused));
      events.push(...decision.events);
    }
    return { events, after: fold(events, onto) };
  };
  const { after: state } = run(before);
  const { events, after } = run(operation, state);
  return outboxOf(state, after, events, 'op1');
};

const started = [[anna, start]] as const;
const complete = (item: string) => [anna, { type: 'CompleteItem', item }] as const;
const assign = (item: string, assignee: string, by = anna) => [by, { type: 'AssignItem', item, assignee }] as const;

describe('after a start', () => {
  test('the overview and Initiate are posted, and nobody is told anything', () => {
    expect(outbox([], started)).toEqual({ cards: ['overview', 'phase-initiate'], posts: [] });
    expect(definitions).toHaveLength(43);
  });
});

describe('the posts to be updated', () => {
  test('are the overview and that of the phase the item counts in', () => {
    expect(outbox(started, [complete('I1')]).cards).toEqual(['overview', 'phase-initiate']);
  });

  test('leave out a phase that has no post yet, and General, which has none', () => {
    expect(outbox(started, [complete('A1')]).cards).toEqual(['overview']);
    expect(outbox(started, [complete('G14')]).cards).toEqual(['overview']);
  });

  test('are both posts when the last item of a phase opens the next', () => {
    expect(outbox([...started, complete('I1')], [complete('I2')]).cards).toEqual([
      'overview',
      'phase-initiate',
      'phase-assess',
    ]);
  });

  test('are both posts when a deferred item comes back in a later phase', () => {
    const defer: Command = { type: 'DeferItem', item: 'I1', until: '2026-12-01', reason: 'Later' };
    const before = [...started, [anna, defer] as const, complete('I2')];
    const state = before.reduce<readonly Event[]>((events, [by, command]) => {
      const decision = decide(command, fold(events, notStarted), asking(by));
      return 'events' in decision ? [...events, ...decision.events] : events;
    }, []);
    const engagement = fold(state, notStarted);
    const decision = decide({ type: 'ReturnItem', item: 'I1' }, engagement, asking(lotse, '2026-12-01'));
    if ('refused' in decision) throw new Error(decision.refused.code);
    const { cards } = outboxOf(engagement, fold(decision.events, engagement), decision.events, 'op1');
    expect(cards).toEqual(['overview', 'phase-initiate', 'phase-assess']);
  });
});

describe('whoever is given work by somebody else', () => {
  test('is told of all of it at once, under the post it stands on', () => {
    expect(outbox(started, [assign('I1', mehmet), assign('I2', mehmet)]).posts).toEqual([
      {
        slot: `assigned-op1-${mehmet}`,
        under: 'phase-initiate',
        notice: { type: 'assigned', to: mehmet, by: anna, items: ['I1', 'I2'] },
      },
    ]);
  });

  test('is told under the overview when the items stand on several posts, on none, or in General', () => {
    const under = (...items: readonly string[]) =>
      outbox(
        started,
        items.map((item) => assign(item, mehmet)),
      ).posts.map((post) => post.under);
    expect(under('I1', 'A1')).toEqual(['overview']);
    expect(under('A1')).toEqual(['overview']);
    expect(under('G2')).toEqual(['overview']);
  });

  test('is one of several, each told on their own', () => {
    const { posts } = outbox(started, [assign('I1', mehmet), assign('I2', someoneNew)]);
    expect(posts.map(({ slot }) => slot)).toEqual([`assigned-op1-${mehmet}`, `assigned-op1-${someoneNew}`]);
  });

  test('is told nothing of what was given to somebody else in the same breath', () => {
    const { posts } = outbox(started, [assign('I1', mehmet), assign('I1', someoneNew, ben)]);
    expect(posts.map(({ notice }) => notice.to)).toEqual([someoneNew]);
  });
});

describe('nobody is told', () => {
  test.each<readonly [string, readonly [string, Command]]>([
    ['of what they took themselves', [mehmet, { type: 'TakeItem', item: 'I1' }]],
    ['of what they assigned to themselves', assign('I1', anna)],
    ['of what somebody completed', complete('I1')],
  ])('%s', (_, command) => {
    expect(outbox(started, [command]).posts).toEqual([]);
  });
});
