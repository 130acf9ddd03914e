import { type Engagement, missingToLeave, openInLeftPhases, progress } from '../../../src/engagement';
import {
  acknowledge,
  acknowledgePhase,
  anna,
  ben,
  block,
  codes,
  complete,
  defer,
  exclude,
  given,
  having,
  mehmet,
  reopen,
  started,
  startedIn,
  today,
  tomorrow,
} from '../../support/given';

const leftOpen = (engagement: Engagement) => openInLeftPhases(engagement).map(({ code }) => code);
const missing = (engagement: Engagement, phase: 'initiate' | 'assess') =>
  missingToLeave(engagement, phase).map(({ code }) => code);

describe('a phase whose items are all settled', () => {
  test('is left by itself, and the next one opens', () => {
    const moved = given(started()).when(complete('I1'), mehmet).when(complete('I2'), mehmet, tomorrow);
    moved.yields(
      { type: 'ItemCompleted', item: 'I2' },
      { type: 'PhaseLeft', phase: 'initiate' },
      { type: 'PhaseOpened', phase: 'assess' },
    );
    const mark = { by: mehmet, at: '2026-12-01T08:00:00.000Z', on: tomorrow };
    expect(moved.engagement.phase).toBe('assess');
    expect(moved.engagement.phases).toMatchObject({ initiate: { left: mark }, assess: { opened: mark } });
    expect(moved.engagement.phases.assess.left).toBeUndefined();
  });

  test('is not left while one of its items is open', () => {
    const { engagement } = given(started()).when(complete('I1'));
    expect(engagement.phase).toBe('initiate');
    expect(missing(engagement, 'initiate')).toEqual(['I2']);
  });

  test('is not left while one of its items is blocked', () => {
    const { engagement } = given(started()).when(block('I2')).when(complete('I1'));
    expect(engagement.phase).toBe('initiate');
    expect(missing(engagement, 'initiate')).toEqual(['I2']);
  });

  test.each([
    ['the lead', anna],
    ['FastTrack', ben],
  ])('is left with what %s deferred or excluded', (_, person) => {
    const { engagement } = given(started()).when(exclude('I1'), person).when(defer('I2'), person);
    expect(engagement.phase).toBe('assess');
  });

  test('waits neither for general responsibilities nor for items of other phases', () => {
    const { engagement } = having(
      given(startedIn('assess')),
      codes.assess.map((code) => complete(code)),
    );
    expect(engagement.phase).toBe('remediate');
    expect(progress(engagement, 'general', today).open).toBe(25);
  });
});

describe('a deferral or exclusion by a member', () => {
  const waiting = given(started()).when(complete('I1'), mehmet).when(defer('I2'), mehmet);

  test('keeps the phase until somebody who steers agrees', () => {
    expect(waiting.engagement.phase).toBe('initiate');
    expect(missing(waiting.engagement, 'initiate')).toEqual(['I2']);
  });

  test.each([
    ['the lead', anna],
    ['FastTrack', ben],
  ])('is agreed to by the acknowledgement of %s, and the phase is left', (_, person) => {
    waiting
      .when(acknowledge('I2'), person)
      .yields(
        { type: 'ItemAcknowledged', item: 'I2' },
        { type: 'PhaseLeft', phase: 'initiate' },
        { type: 'PhaseOpened', phase: 'assess' },
      );
  });

  test('is not agreed to by another member', () => {
    expect(waiting.when(acknowledge('I2'), 'p4').engagement.phase).toBe('initiate');
  });

  test('is not agreed to by an acknowledgement from before it', () => {
    const early = given(started())
      .when(acknowledge('I2'), anna)
      .when(complete('I1'), mehmet)
      .when(exclude('I2'), mehmet);
    expect(early.engagement.phase).toBe('initiate');
    const agreed = early.when(acknowledge('I2'), anna, tomorrow);
    expect(agreed.engagement.phase).toBe('assess');
    expect(agreed.engagement.items['I2']!.acknowledgements).toHaveLength(1);
  });

  test('is agreed to once', () => {
    waiting.when(acknowledge('I2'), anna).when(acknowledge('I2'), anna).refuses('item.alreadyAcknowledged');
  });

  test('needs a new agreement when a member defers to another day', () => {
    const { engagement } = given(started())
      .when(defer('I2'), anna)
      .when(defer('I2', tomorrow), mehmet)
      .when(complete('I1'), mehmet);
    expect(engagement.phase).toBe('initiate');
  });

  test('is agreed to by acknowledging the whole phase', () => {
    const seen = given(started()).when(acknowledgePhase('initiate'), anna);
    seen
      .when(complete('I1'), mehmet)
      .when(defer('I2'), mehmet)
      .when(acknowledgePhase('initiate'), anna)
      .yields(
        { type: 'ItemAcknowledged', item: 'I2' },
        { type: 'PhaseLeft', phase: 'initiate' },
        { type: 'PhaseOpened', phase: 'assess' },
      );
  });

  test('no longer matters once the item is reopened and completed', () => {
    expect(waiting.when(reopen('I2'), mehmet).when(complete('I2'), mehmet).engagement.phase).toBe('assess');
  });
});

describe('passing over phases that are settled already', () => {
  const assessDone = having(
    given(started()),
    codes.assess.map((code) => complete(code)),
  );

  test('leaves them without opening them', () => {
    assessDone
      .when(complete('I1'))
      .when(complete('I2'))
      .yields(
        { type: 'ItemCompleted', item: 'I2' },
        { type: 'PhaseLeft', phase: 'initiate' },
        { type: 'PhaseLeft', phase: 'assess' },
        { type: 'PhaseOpened', phase: 'remediate' },
      );
  });

  test('shows that they were never opened', () => {
    const { engagement } = assessDone.when(complete('I1')).when(complete('I2'));
    expect(engagement.phase).toBe('remediate');
    expect(engagement.phases.assess).toEqual({ left: expect.objectContaining({ by: anna }) as unknown });
  });

  test('stops at a phase in which a member’s deferral waits for agreement', () => {
    const { engagement } = assessDone
      .when(reopen('A2'))
      .when(defer('A2'), mehmet)
      .when(complete('I1'))
      .when(complete('I2'));
    expect(engagement.phase).toBe('assess');
  });

  test('a later phase that is settled early does not move the current one', () => {
    expect(assessDone.engagement.phase).toBe('initiate');
    expect(assessDone.engagement.phases.assess).toEqual({});
  });
});

describe('the gate', () => {
  const remediate = startedIn('remediate');

  test('Remediate is not left by itself, however settled', () => {
    given(remediate).when(complete('R2')).when(complete('R1')).yields({ type: 'ItemCompleted', item: 'R1' });
  });

  test('Remediate is not passed over either', () => {
    const allSettled = having(given(startedIn('assess')), [
      complete('R1'),
      complete('R2'),
      ...codes.enable.map((code) => complete(code)),
      ...codes.assess.map((code) => complete(code)),
    ]);
    expect(allSettled.engagement.phase).toBe('remediate');
    expect(allSettled.engagement.phases.enable).toEqual({});
  });
});

describe('after Enable', () => {
  const done = having(
    given(startedIn('enable')),
    codes.enable.slice(0, -1).map((code) => complete(code)),
  );

  test('no phase is left to open', () => {
    const last = done.when(complete('E8'));
    last.yields({ type: 'ItemCompleted', item: 'E8' }, { type: 'PhaseLeft', phase: 'enable' });
    expect(last.engagement).not.toHaveProperty('phase');
    expect(last.engagement.status).toBe('running');
  });

  test('items can still be acted on, and nothing moves', () => {
    done.when(complete('E8')).when(complete('G14'), mehmet).yields({ type: 'ItemCompleted', item: 'G14' });
  });
});

describe('reopening an item of a phase already left', () => {
  const reopened = given(startedIn('assess')).when(reopen('I2'), mehmet);

  test('flags the phase and does not go back', () => {
    reopened.yields({ type: 'ItemReopened', item: 'I2' });
    expect(reopened.engagement.phase).toBe('assess');
    expect(reopened.engagement.phases.initiate.left).toBeDefined();
    expect(leftOpen(reopened.engagement)).toEqual(['I2']);
  });

  test('does not keep the current phase from being left', () => {
    const { engagement } = having(
      reopened,
      codes.assess.map((code) => complete(code)),
    );
    expect(engagement.phase).toBe('remediate');
    expect(leftOpen(engagement)).toEqual(['I2']);
  });

  test('the flag goes when the item is settled again, and nothing moves', () => {
    const settled = reopened.when(complete('I2'), mehmet);
    settled.yields({ type: 'ItemCompleted', item: 'I2' });
    expect(leftOpen(settled.engagement)).toEqual([]);
  });

  test('a phase that is not left yet is never flagged', () => {
    expect(leftOpen(given(started()).engagement)).toEqual([]);
  });
});
