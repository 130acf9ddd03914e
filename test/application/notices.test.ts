import { cardAbout, outboxOf } from '../../src/application/notices';
import type { News, Notice } from '../../src/application/ports';
import {
  type Command,
  decide,
  type Engagement,
  type Event,
  fold,
  lotse,
  notStarted,
  type Phase,
} from '../../src/engagement/index';
import { anna, asking, ben, codes, definitions, mehmet, someoneNew, start, tomorrow } from '../support/given';

type By = readonly [by: string, command: Command];

const run = (commands: readonly By[], onto: Engagement = notStarted) => {
  const events: Event[] = [];
  for (const [by, command] of commands) {
    const decision = decide(command, fold(events, onto), asking(by));
    if ('refused' in decision) throw new Error(`${command.type}: ${JSON.stringify(decision.refused)}`);
    events.push(...decision.events);
  }
  return { events, after: fold(events, onto) };
};

/** What others should see after these commands, each by whoever gives it, all in one operation. */
const outbox = (before: readonly By[], operation: readonly By[]) => {
  const { after: state } = run(before);
  const { events, after } = run(operation, state);
  return outboxOf(state, after, events, 'op1');
};

/** Only what people are told. */
const told = (before: readonly By[], ...operation: readonly By[]): readonly Notice[] =>
  outbox(before, operation).posts.flatMap(({ message }) =>
    message.type === 'checkpoint' || message.type === 'answer' ? [] : [message],
  );

/** The same news for each of them. */
const each = (people: readonly string[], news: News): readonly Notice[] => people.map((to) => ({ to, ...news }));

const started: readonly By[] = [[anna, start]];
const complete = (item: string, by = anna): By => [by, { type: 'CompleteItem', item }];
const exclude = (item: string, by = anna): By => [by, { type: 'ExcludeItem', item, reason: 'Not here' }];
const assign = (item: string, assignee: string, by = anna): By => [by, { type: 'AssignItem', item, assignee }];
const reopen = (item: string, by: string): By => [by, { type: 'ReopenItem', item }];
const confirm = (by: string): By => [by, { type: 'ConfirmResults', phase: 'remediate' }];
const lead = (person: string): By => [anna, { type: 'SetRole', person, role: 'lead' }];

/** Everything before this phase is done. */
const inPhase = (phase: Phase): readonly By[] => {
  const before = { initiate: [], assess: codes.initiate, remediate: [...codes.initiate, ...codes.assess] };
  if (phase !== 'enable') return [...started, ...before[phase].map((item) => complete(item))];
  return [...inPhase('remediate'), complete('R1'), confirm(anna), confirm(ben)];
};

/** Nothing is left but to say so. */
const readyToFinish: readonly By[] = [
  ...inPhase('enable'),
  ...codes.enable.map((item) => complete(item)),
  ...codes.general.map((item) => exclude(item)),
];

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
    const { after: engagement } = run([...started, [anna, defer], complete('I2')]);
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
        message: { type: 'assigned', to: mehmet, by: anna, items: ['I1', 'I2'] },
      },
    ]);
  });

  test('is told under the overview when the items stand on several posts, on none, or in General', () => {
    const under = (...items: readonly string[]) => {
      const operation = items.map((item) => assign(item, mehmet));
      return cardAbout(run([...started, ...operation]).after, told(started, ...operation));
    };
    expect(under('I1', 'I2')).toBe('phase-initiate');
    expect(under('I1', 'A1')).toBe('overview');
    expect(under('A1')).toBe('overview');
    expect(under('G2')).toBe('overview');
  });

  test('is one of several, each told on their own', () => {
    const { posts } = outbox(started, [assign('I1', mehmet), assign('I2', someoneNew)]);
    expect(posts.map(({ slot }) => slot)).toEqual([`assigned-op1-${mehmet}`, `assigned-op1-${someoneNew}`]);
  });

  test('is told nothing of what was given to somebody else in the same breath', () => {
    const { posts } = outbox(started, [assign('I1', mehmet), assign('I1', someoneNew, ben)]);
    expect(posts.map(({ message }) => 'to' in message && message.to)).toEqual([someoneNew]);
  });
});

describe('whoever is given work in another way', () => {
  test('hears of items that were added for them, all at once, and not of the others', () => {
    const added: By = [
      ben,
      {
        type: 'AddItems',
        phase: 'initiate',
        lines: [
          { title: 'One', owner: mehmet },
          { title: 'Two', owner: ben },
          { title: 'Three' },
          { title: 'Four', owner: mehmet },
        ],
      },
    ];
    expect(told(started, added)).toEqual([{ type: 'assigned', to: mehmet, by: ben, items: ['I3', 'I6'] }]);
  });

  test('hears of everything that was handed over to them', () => {
    const before = [...started, assign('I1', mehmet), assign('A1', mehmet), assign('A2', mehmet), complete('A2')];
    const handOver: By = [ben, { type: 'HandOver', person: mehmet, assignee: someoneNew }];
    expect(outbox(before, [handOver])).toMatchObject({
      cards: ['overview', 'phase-initiate'],
      posts: [{ message: { type: 'assigned', to: someoneNew, by: ben, items: ['I1', 'A1'] } }],
    });
    expect(told(before, [ben, { type: 'HandOver', person: mehmet, assignee: ben }])).toEqual([]);
  });

  test('hears of an item once, however it came to them', () => {
    const before = [...started, assign('I1', ben)];
    const handOver: By = [anna, { type: 'HandOver', person: ben, assignee: mehmet }];
    expect(told(before, assign('I2', mehmet), assign('I1', mehmet), assign('I1', ben), handOver)).toEqual([
      { type: 'assigned', to: mehmet, by: anna, items: ['I2', 'I1'] },
    ]);
  });

  test('does not hear that an item comes back by itself', () => {
    const defer: By = [anna, { type: 'DeferItem', item: 'I1', until: tomorrow, reason: 'Later' }];
    const { after: state } = run([...started, assign('I1', mehmet), defer]);
    const decision = decide({ type: 'ReturnItem', item: 'I1' }, state, asking(lotse, tomorrow));
    if ('refused' in decision) throw new Error(decision.refused.code);
    expect(outboxOf(state, fold(decision.events, state), decision.events, 'op1').posts).toEqual([]);
  });
});

describe('a phase in which nothing is open any more', () => {
  const excludedByMember = [...started, exclude('I1', mehmet)];

  test('asks a lead to agree to what a member dropped', () => {
    expect(outbox(excludedByMember, [complete('I2', mehmet)]).posts).toEqual([
      ...each([anna], { type: 'asked', phase: 'initiate' }).map((notice) => ({
        slot: `asked-op1-${notice.to}`,
        message: notice,
      })),
    ]);
  });

  test('asks every lead but the one who did it, and not FastTrack', () => {
    expect(told([...excludedByMember, lead(someoneNew)], complete('I2', anna))).toEqual(
      each([someoneNew], { type: 'asked', phase: 'initiate' }),
    );
    expect(told(excludedByMember, complete('I2', anna))).toEqual([]);
    expect(told(excludedByMember, complete('I2', ben))).toEqual(each([anna], { type: 'asked', phase: 'initiate' }));
  });

  test('asks nobody who has left', () => {
    const gone: By = [lotse, { type: 'LeaveTeam', person: anna }];
    expect(told([...excludedByMember, gone], complete('I2', mehmet))).toEqual([]);
    expect(told([...excludedByMember, lead(someoneNew), gone], complete('I2', mehmet))).toEqual(
      each([someoneNew], { type: 'asked', phase: 'initiate' }),
    );
  });

  test('asks nobody when it is left by itself, nor while something is open', () => {
    expect(told([...started, exclude('I1')], complete('I2', mehmet))).toEqual([]);
    expect(told(started, exclude('I1', mehmet))).toEqual([]);
  });

  test('asks once, as long as the question stays the same', () => {
    const asked = [...excludedByMember, complete('I2', mehmet)];
    expect(told(asked, [mehmet, { type: 'NoteItem', item: 'I1', note: 'Really' }])).toEqual([]);
    expect(told(asked, [mehmet, { type: 'AcknowledgeItem', item: 'I2' }])).toEqual([]);
  });

  test('asks again once something in it was open', () => {
    const again = [...excludedByMember, complete('I2', mehmet), reopen('I2', mehmet)];
    expect(told(again, complete('I2', mehmet))).toEqual(each([anna], { type: 'asked', phase: 'initiate' }));
  });

  test('asks both sides for the joint check', () => {
    expect(outbox(inPhase('remediate'), [complete('R1', mehmet)]).posts).toEqual([
      ...each([anna, ben], { type: 'asked', phase: 'remediate' }).map((notice) => ({
        slot: `asked-op1-${notice.to}`,
        message: notice,
      })),
    ]);
  });

  test.each([
    [anna, [ben]],
    [ben, [anna]],
  ])('asks the other side only, where %s did the last thing', (by, to) => {
    expect(told(inPhase('remediate'), complete('R1', by))).toEqual(each(to, { type: 'asked', phase: 'remediate' }));
  });

  test('asks for the joint check at once where it opens with nothing open', () => {
    const before = [...inPhase('assess'), complete('R1'), ...codes.assess.slice(1).map((a) => complete(a))];
    expect(outbox(before, [complete('A1', mehmet)])).toMatchObject({
      cards: ['overview', 'phase-assess', 'phase-remediate'],
      posts: [...each([anna, ben], { type: 'asked', phase: 'remediate' }).map((notice) => ({ message: notice }))],
    });
  });

  test('does not ask again when one side has confirmed', () => {
    expect(told([...inPhase('remediate'), complete('R1')], confirm(ben))).toEqual([]);
  });

  test('is not asked about when a lead stepped back into it on purpose', () => {
    const before = [...inPhase('assess'), lead(someoneNew)];
    expect(told(before, [anna, { type: 'ReturnToPhase', phase: 'initiate' }])).toEqual([]);
  });
});

describe('whoever confirmed the results', () => {
  const confirmed = [...inPhase('remediate'), complete('R1'), confirm(anna)];

  test('hears that something is open again', () => {
    expect(outbox(confirmed, [reopen('R1', mehmet)])).toEqual({
      cards: ['overview', 'phase-remediate'],
      posts: [
        {
          slot: `voided-op1-${anna}`,
          message: { type: 'voided', to: anna, phase: 'remediate', items: ['R1'] },
        },
      ],
    });
  });

  test('hears of something that was added', () => {
    const added: By = [ben, { type: 'AddItems', phase: 'remediate', lines: [{ title: 'Renew certificates' }] }];
    expect(told(confirmed, added)).toEqual(each([anna], { type: 'voided', phase: 'remediate', items: ['R3'] }));
  });

  test('hears nothing of what they opened again themselves', () => {
    expect(told(confirmed, reopen('R1', anna))).toEqual([]);
  });

  test('hears it too where somebody else entered their word', () => {
    const recorded: By = [
      anna,
      { type: 'RecordConfirmation', phase: 'remediate', name: 'Ben Carter', on: '2026-11-30', person: ben },
    ];
    const before = [...inPhase('remediate'), complete('R1'), recorded];
    expect(told(before, reopen('R1', mehmet))).toEqual(
      each([anna, ben], { type: 'voided', phase: 'remediate', items: ['R1'] }),
    );
    expect(told(before, reopen('R1', anna))).toEqual(
      each([ben], { type: 'voided', phase: 'remediate', items: ['R1'] }),
    );
  });

  test('hears nothing any more when they have left', () => {
    expect(told([...confirmed, [lotse, { type: 'LeaveTeam', person: anna }]], reopen('R1', mehmet))).toEqual([]);
  });

  test('is asked again when it is settled anew', () => {
    expect(told([...confirmed, reopen('R1', mehmet)], complete('R1', mehmet))).toEqual(
      each([anna, ben], { type: 'asked', phase: 'remediate' }),
    );
  });
});

describe('when somebody leaves', () => {
  const leaves = (person: string): By => [lotse, { type: 'LeaveTeam', person }];
  const owning = [...started, assign('I1', mehmet), assign('A1', mehmet), assign('A2', mehmet), complete('A2')];

  test('a lead hears what is left behind', () => {
    expect(outbox(owning, [leaves(mehmet)])).toEqual({
      cards: ['overview', 'phase-initiate'],
      posts: [
        {
          slot: `left-op1-p3-${anna}`,
          message: { type: 'left', to: anna, person: mehmet, items: ['I1', 'A1'] },
        },
      ],
    });
  });

  test('nobody is told where nothing is left behind, or no lead is left', () => {
    expect(told(started, leaves(mehmet))).toEqual([]);
    expect(told([...started, assign('A2', mehmet), complete('A2')], leaves(mehmet))).toEqual([]);
    expect(told([...started, [anna, { type: 'TakeItem', item: 'I1' }]], leaves(anna))).toEqual([]);
  });

  test('only leads who are still there are told', () => {
    expect(told([...owning, lead(someoneNew), leaves(anna)], leaves(mehmet))).toEqual(
      each([someoneNew], { type: 'left', person: mehmet, items: ['I1', 'A1'] }),
    );
  });

  test('and comes back, only the posts change', () => {
    expect(outbox([...owning, leaves(mehmet)], [[lotse, { type: 'JoinTeam', person: mehmet }]])).toEqual({
      cards: ['overview', 'phase-initiate'],
      posts: [],
    });
  });
});

describe('what concerns the whole onboarding', () => {
  test.each<[string, Command]>([
    ['another language', { type: 'ConfigureEngagement', language: 'de' }],
    ['another name', { type: 'ConfigureEngagement', customer: 'Fabrikam' }],
    ['a pause', { type: 'PauseEngagement' }],
    ['a cancelling', { type: 'CancelEngagement', reason: 'Stopped' }],
    ['a discarding', { type: 'DiscardEngagement' }],
    ['a step back', { type: 'ReturnToPhase', phase: 'initiate' }],
  ])('%s is shown on every post there is', (_, command) => {
    expect(outbox(inPhase('remediate'), [[anna, command]])).toEqual({
      cards: ['overview', 'phase-initiate', 'phase-assess', 'phase-remediate'],
      posts: [],
    });
  });

  test('its going on is shown on every post there is', () => {
    const paused: readonly By[] = [...inPhase('assess'), [anna, { type: 'PauseEngagement' }]];
    expect(outbox(paused, [[anna, { type: 'ResumeEngagement' }]]).cards).toEqual([
      'overview',
      'phase-initiate',
      'phase-assess',
    ]);
  });

  test('its end is shown on every post, and how it went is posted', () => {
    expect(outbox(readyToFinish, [[anna, { type: 'FinishEngagement' }]])).toEqual({
      cards: ['overview', 'phase-initiate', 'phase-assess', 'phase-remediate', 'phase-enable', 'closing'],
      posts: [],
    });
  });

  test('its end is told to nobody, whatever came with it', () => {
    const last: readonly By[] = [assign('I1', mehmet), [anna, { type: 'CancelEngagement', reason: 'Stopped' }]];
    expect(told(started, ...last)).toEqual([]);
  });

  test.each<[string, By]>([
    ['a role', lead(mehmet)],
    ['an absence', [mehmet, { type: 'SetAway', person: mehmet, until: tomorrow }]],
  ])('%s is shown on the overview alone', (_, command) => {
    expect(outbox(inPhase('assess'), [command])).toEqual({ cards: ['overview'], posts: [] });
  });
});

describe('an operation that is taken back', () => {
  test('is taken back on the posts it was shown on', () => {
    const before = run(started);
    const more = decide({ type: 'CompleteItem', item: 'I1' }, before.after, asking(anna, undefined, 'op2'));
    if ('refused' in more) throw new Error(more.refused.code);
    const state = fold(more.events, before.after);
    const undone = decide({ type: 'Undo', record: [...before.events, ...more.events] }, state, asking(anna));
    if ('refused' in undone) throw new Error(undone.refused.code);
    expect(outboxOf(state, fold(undone.events, state), undone.events, 'op3')).toEqual({
      cards: ['overview', 'phase-initiate'],
      posts: [],
    });
  });
});

describe('nobody is told', () => {
  test.each<readonly [string, By]>([
    ['of what they took themselves', [mehmet, { type: 'TakeItem', item: 'I1' }]],
    ['of what they assigned to themselves', assign('I1', anna)],
    ['of what somebody completed', complete('I1')],
  ])('%s', (_, command) => {
    expect(outbox(started, [command]).posts).toEqual([]);
  });
});

describe('a block and a reopening', () => {
  const block = (item: string, by = mehmet): By => [by, { type: 'BlockItem', item, reason: 'the vendor' }];

  test('a block is told to the leads, and not to a lead who marked it', () => {
    const two: readonly By[] = [...started, lead(someoneNew)];
    expect(told(two, block('A3'), block('A4'))).toEqual(
      each([anna, someoneNew], { type: 'blocked', by: mehmet, items: ['A3', 'A4'] }),
    );
    expect(told(two, block('A3', anna))).toEqual(each([someoneNew], { type: 'blocked', by: anna, items: ['A3'] }));
    expect(told(started, block('A3', anna))).toEqual([]);
  });

  test('a reopening is told to its owner, grouped, and not to an owner who did it', () => {
    const owned: readonly By[] = [
      ...started,
      ...['A3', 'A4'].flatMap((item) => [assign(item, mehmet), complete(item, mehmet)]),
    ];
    expect(told(owned, reopen('A3', anna), reopen('A4', anna))).toEqual([
      { type: 'reopened', to: mehmet, by: anna, items: ['A3', 'A4'] },
    ]);
    expect(told(owned, reopen('A3', mehmet))).toEqual([]);
    expect(told([...started, complete('A5')], reopen('A5', mehmet))).toEqual([]);
  });
});
