import { itemsOwnedBy } from '../../../src/engagement';
import {
  anna,
  assign,
  ben,
  complete,
  defer,
  exclude,
  given,
  handOver,
  itemOf,
  leaveTeam,
  lotse,
  mehmet,
  nextWeek,
  someoneNew,
  started,
} from '../../support/given';

const owning = ['G7', 'A3', 'A4', 'A5', 'A6'].reduce(
  (so, code) => so.when(assign(code, mehmet, nextWeek), anna),
  given(started()).when(assign('A1', ben), anna),
);
const busy = owning.when(defer('A4')).when(complete('A5')).when(exclude('A6'));

describe('handing over all items of a person', () => {
  test('gives what is not done or not applicable to somebody else, in one step', () => {
    const handed = busy.when(handOver(mehmet, someoneNew), anna);
    handed.yields({ type: 'ItemsHandedOver', person: mehmet, owner: someoneNew, items: ['A3', 'A4', 'G7'] });
    expect(itemsOwnedBy(handed.engagement, mehmet)).toEqual([]);
    expect(itemsOwnedBy(handed.engagement, someoneNew).map(({ code }) => code)).toEqual(['A3', 'A4', 'G7']);
  });

  test('keeps everything else about them; the new owner has not accepted them yet', () => {
    const { engagement } = busy.when(handOver(mehmet, someoneNew), anna);
    expect(itemOf(engagement, 'A3')).toStrictEqual({ ...itemOf(busy.engagement, 'A3'), owner: someoneNew });
  });

  test('leaves what is done, what is not applicable and what others own', () => {
    const { engagement } = busy.when(handOver(mehmet, someoneNew), anna);
    expect(['A5', 'A6', 'A1'].map((code) => itemOf(engagement, code).owner)).toEqual([mehmet, mehmet, ben]);
  });

  test('is for FastTrack, too', () => {
    expect(busy.when(handOver(mehmet, someoneNew), ben).decision).toHaveProperty('events');
  });

  test('is not for a member, not even of their own', () => {
    busy.when(handOver(mehmet, someoneNew), mehmet).refuses('role.missing', { may: ['lead', 'specialist'] });
  });

  test('works for somebody who left the team', () => {
    expect(busy.when(leaveTeam(mehmet), lotse).when(handOver(mehmet, ben), anna).decision).toHaveProperty('events');
  });

  test('to the same person changes nothing', () => {
    busy.when(handOver(mehmet, mehmet), anna).refuses('handOver.same', { person: mehmet });
  });

  test('of somebody who has nothing changes nothing', () => {
    busy.when(handOver(someoneNew, ben), anna).refuses('handOver.nothing', { person: someoneNew });
    busy.when(handOver(mehmet, ben), anna).when(handOver(mehmet, ben), anna).refuses('handOver.nothing');
  });
});
