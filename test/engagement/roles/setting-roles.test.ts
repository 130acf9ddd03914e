import { roleOf, withRole } from '../../../src/engagement';
import {
  pause,
  acknowledge,
  anna,
  ben,
  complete,
  defer,
  given,
  itemOf,
  leaveTeam,
  lotse,
  mehmet,
  note,
  setRole,
  someoneNew,
  started,
  today,
} from '../../support/given';

describe('giving a role', () => {
  test.each(['lead', 'specialist'] as const)('is a lead’s: %s', (role) => {
    given(started()).when(setRole(someoneNew, role), anna).yields({ type: 'RoleSet', person: someoneNew, role });
  });

  test('makes a specialist a member again', () => {
    const { engagement } = given(started()).when(setRole(ben, 'member'), anna);
    expect(roleOf(engagement, ben)).toBe('member');
  });

  test.each([
    ['FastTrack', ben],
    ['a member', mehmet],
  ])('is not for %s, who hears who may', (_, person) => {
    given(started())
      .when(setRole(someoneNew, 'lead'), person)
      .refuses('role.missing', { may: ['lead'] });
  });

  test.each([
    [anna, 'lead'],
    [ben, 'specialist'],
    [mehmet, 'member'],
  ] as const)('that %s has already changes nothing', (person, role) => {
    given(started()).when(setRole(person, role), anna).refuses('role.already', { person, role });
  });

  test('leaves each person one role', () => {
    const { engagement } = given(started()).when(setRole(ben, 'lead'), anna);
    expect(withRole(engagement, 'specialist')).toEqual([]);
    expect([...withRole(engagement, 'lead')].sort()).toEqual([anna, ben]);
  });

  test('does not change what was agreed before', () => {
    const { engagement } = given(started()).when(defer('A2'), ben).when(setRole(ben, 'member'), anna);
    expect(itemOf(engagement, 'A2').state).toMatchObject({ agreed: true });
  });

  test('counts from then on: an acknowledgement by a new lead agrees', () => {
    const { engagement } = given(started())
      .when(defer('A2'), mehmet)
      .when(acknowledge('A2'), someoneNew)
      .when(setRole(someoneNew, 'lead'), anna)
      .when(acknowledge('A2'), someoneNew);
    expect(itemOf(engagement, 'A2').state).toMatchObject({ agreed: true });
  });
});

describe('the last lead', () => {
  test.each(['specialist', 'member'] as const)('cannot give the role up to be %s', (role) => {
    given(started()).when(setRole(anna, role), anna).refuses('role.lastLead');
  });

  test('can once there is another one', () => {
    const two = given(started()).when(setRole(mehmet, 'lead'), anna);
    expect(two.when(setRole(anna, 'member'), anna).engagement.roles).toMatchObject({
      [anna]: 'member',
      [mehmet]: 'lead',
    });
    two.when(setRole(anna, 'member'), anna).when(setRole(mehmet, 'member'), mehmet).refuses('role.lastLead');
  });

  test('is whoever of several leads is still here', () => {
    const alone = given(started()).when(setRole(mehmet, 'lead'), anna).when(leaveTeam(anna), lotse);
    alone.when(setRole(mehmet, 'member'), mehmet).refuses('role.lastLead');
    expect(alone.when(setRole(anna, 'member'), mehmet).decision).toHaveProperty('events');
    given(started())
      .when(setRole(mehmet, 'lead'), anna)
      .when(setRole(mehmet, 'member', [anna]), mehmet)
      .refuses('role.lastLead');
  });

  test('may take the role from another who is gone, being here as they ask', () => {
    const bothGone = given(started())
      .when(setRole(mehmet, 'lead'), anna)
      .when(leaveTeam(anna), lotse)
      .when(leaveTeam(mehmet), lotse);
    bothGone
      .when(setRole(anna, 'member'), mehmet)
      .yields({ type: 'PersonJoined', person: mehmet }, { type: 'RoleSet', person: anna, role: 'member' });
  });
});

describe('taking over the lead', () => {
  test('is for a member when the roster knows no lead any more; it is recorded and shown', () => {
    const over = given(started()).when(setRole(mehmet, 'lead', [anna]), mehmet);
    over.yields({ type: 'RoleSet', person: mehmet, role: 'lead', noLeadWasHere: true });
    expect(roleOf(over.engagement, mehmet)).toBe('lead');
    expect(over.engagement.tookOver).toEqual({ by: mehmet, at: '2026-11-30T08:00:00.000Z', on: today });
  });

  test('is for a member when the roster knows no lead, also while it is paused, which nobody else could end', () => {
    given(started())
      .when(pause())
      .when(setRole(mehmet, 'lead', [anna]), mehmet)
      .yields({ type: 'RoleSet', person: mehmet, role: 'lead', noLeadWasHere: true });
    given(started()).when(pause()).when(setRole(mehmet, 'lead'), mehmet).refuses('engagement.paused');
  });

  test('is not possible because of old news that the lead left', () => {
    given(started()).when(leaveTeam(anna), lotse).when(setRole(mehmet, 'lead'), mehmet).refuses('role.missing');
  });

  test('is for a member when every lead has left the team', () => {
    given(started())
      .when(leaveTeam(anna), lotse)
      .when(setRole(mehmet, 'lead', [anna]), mehmet)
      .yields({ type: 'RoleSet', person: mehmet, role: 'lead', noLeadWasHere: true });
  });

  test('is not possible while one lead is there', () => {
    const two = given(started()).when(setRole(someoneNew, 'lead'), anna);
    given(started())
      .when(setRole(mehmet, 'lead'), mehmet)
      .refuses('role.missing', { may: ['lead'] });
    two.when(setRole(mehmet, 'lead', [anna]), mehmet).refuses('role.missing');
    two.when(leaveTeam(anna), lotse).when(setRole(mehmet, 'lead'), mehmet).refuses('role.missing');
  });

  test('is for oneself only', () => {
    given(started())
      .when(setRole(someoneNew, 'lead', [anna]), mehmet)
      .refuses('role.missing', { may: ['lead'] });
    given(started())
      .when(setRole(mehmet, 'specialist', [anna]), mehmet)
      .refuses('role.missing');
  });

  test('is not for FastTrack: the customer leads', () => {
    given(started())
      .when(setRole(ben, 'lead', [anna]), ben)
      .refuses('role.missing');
  });

  test('ends when a lead who was gone comes back and says something', () => {
    given(started())
      .when(leaveTeam(anna), lotse)
      .when(note('A3'), anna)
      .when(setRole(mehmet, 'lead'), mehmet)
      .refuses('role.missing');
  });

  test('is not recorded where a lead gives the role', () => {
    expect(given(started()).when(setRole(mehmet, 'lead'), anna).engagement).not.toHaveProperty('tookOver');
  });

  test('lets the new lead do what leads do', () => {
    const over = given(started()).when(setRole(mehmet, 'lead', [anna]), mehmet);
    expect(over.when(complete('A3'), mehmet).when(setRole(anna, 'member'), mehmet).decision).toHaveProperty('events');
  });
});
