import { type Command, notStarted, roleOf } from '../../../src/engagement';
import type { StartCommand } from '../../../src/engagement/life/messages';
import {
  acknowledgePhase,
  allCodes,
  anna,
  ben,
  comeBack,
  complete,
  definitions,
  given,
  itemOf,
  lotse,
  mehmet,
  someoneNew,
  start,
  started,
  startedIn,
  today,
} from '../../support/given';

const { specialist: _, ...alone } = start;
const starting = (changes: Partial<StartCommand> = {}): StartCommand => ({ ...alone, ...changes });
const checkpoint = { every: 'twoWeeks', weekday: 2, time: '10:00' } as const;

describe('starting an onboarding', () => {
  test('opens Initiate', () => {
    given()
      .when(start)
      .yields(
        {
          type: 'EngagementStarted',
          customer: 'Contoso',
          language: 'en',
          timeZone: 'Europe/Berlin',
          catalogVersion: '2026-11',
          items: definitions,
          roles: { [anna]: 'lead', [ben]: 'specialist' },
        },
        { type: 'PhaseOpened', phase: 'initiate' },
      );
  });

  test('makes every responsibility of the catalogue an open item nobody owns', () => {
    const { engagement } = given().when(start);
    expect(Object.keys(engagement.items)).toEqual(allCodes);
    expect(itemOf(engagement, 'G14')).toStrictEqual({
      code: 'G14',
      section: 'general',
      standing: false,
      countsIn: 'general',
      state: { type: 'open' },
      acknowledgements: [],
      notes: [],
    });
  });

  test('records what was agreed, who started and when', () => {
    expect(given().when(starting({ customer: '  Fabrikam ', language: 'de', checkpoint })).engagement).toMatchObject({
      status: 'running',
      version: 2,
      customer: 'Fabrikam',
      language: 'de',
      timeZone: 'Europe/Berlin',
      catalogVersion: '2026-11',
      checkpoint,
      started: { by: anna, at: '2026-11-30T08:00:00.000Z', on: today },
      phase: 'initiate',
    });
  });

  test('without a meeting leaves the checkpoint unset', () => {
    expect(given().when(starting()).engagement).not.toHaveProperty('checkpoint');
  });

  test.each(['', '   '])('needs a customer, and %j is none', (customer) => {
    given().when(starting({ customer })).refuses('engagement.customerMissing');
  });

  test('accepts a customer of 80 characters, and not of 81', () => {
    expect(given().when(starting({ customer: ` ${'x'.repeat(80)} ` })).engagement.customer).toHaveLength(80);
    given()
      .when(starting({ customer: 'x'.repeat(81) }))
      .refuses('engagement.customerTooLong');
  });

  test.each([mehmet, anna])('a second time says which onboarding runs here, asked by %s', (by) => {
    given(started())
      .when(starting({ customer: 'Fabrikam' }), by, '2026-12-01')
      .refuses('engagement.alreadyStarted', { customer: 'Contoso', by: anna, on: today });
  });

  test('a second time is refused in a later phase, too', () => {
    given(startedIn('enable')).when(start).refuses('engagement.alreadyStarted');
  });
});

describe('who is who at the start', () => {
  test('the starter leads', () => {
    expect(given().when(starting(), mehmet).engagement.roles).toEqual({ [mehmet]: 'lead' });
  });

  test('unless a lead is named; then the starter is a member', () => {
    const { engagement } = given().when(starting({ lead: anna }), mehmet);
    expect(engagement.roles).toEqual({ [anna]: 'lead' });
    expect(roleOf(engagement, mehmet)).toBe('member');
  });

  test('a FastTrack contact is specialist', () => {
    const { engagement } = given().when(starting({ lead: anna, specialist: ben }), mehmet);
    expect(engagement.roles).toEqual({ [anna]: 'lead', [ben]: 'specialist' });
  });

  test('a starter may name themselves FastTrack if somebody else leads', () => {
    const { engagement } = given().when(starting({ lead: anna, specialist: ben }), ben);
    expect(engagement.roles).toEqual({ [anna]: 'lead', [ben]: 'specialist' });
  });

  test('nobody is lead and FastTrack at once', () => {
    given()
      .when(starting({ specialist: anna }), anna)
      .refuses('engagement.leadIsSpecialist');
    given()
      .when(starting({ lead: ben, specialist: ben }), mehmet)
      .refuses('engagement.leadIsSpecialist');
  });

  test('a guest who starts becomes FastTrack', () => {
    const { engagement } = given().when(starting({ starterIsGuest: true, lead: anna }), ben);
    expect(engagement.roles).toEqual({ [anna]: 'lead', [ben]: 'specialist' });
  });

  test('a guest who names another FastTrack contact is one as well', () => {
    const { engagement } = given().when(starting({ starterIsGuest: true, lead: anna, specialist: someoneNew }), ben);
    expect(engagement.roles).toEqual({ [anna]: 'lead', [ben]: 'specialist', [someoneNew]: 'specialist' });
  });

  test('a guest must name the lead, and cannot name themselves', () => {
    given()
      .when(starting({ starterIsGuest: true }), ben)
      .refuses('engagement.guestNeedsLead');
    given()
      .when(starting({ starterIsGuest: true, lead: ben }), ben)
      .refuses('engagement.guestNeedsLead');
  });

  test('a guest cannot make the lead FastTrack either', () => {
    given()
      .when(starting({ starterIsGuest: true, lead: anna, specialist: anna }), ben)
      .refuses('engagement.leadIsSpecialist');
  });
});

describe('before the start', () => {
  test.each<Command>([complete('A3'), acknowledgePhase('general'), comeBack('I2')])(
    '$type is refused: nothing runs here yet',
    (command) => {
      given().when(command, lotse).refuses('engagement.notStarted');
    },
  );

  test('there is nothing to see', () => {
    expect(given().engagement).toBe(notStarted);
    expect(notStarted).toMatchObject({ status: 'notStarted', version: 0, items: {}, roles: {} });
  });
});
