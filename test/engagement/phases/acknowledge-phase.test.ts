import { lotse, progress, sections } from '../../../src/engagement';
import {
  acknowledge,
  acknowledgePhase,
  anna,
  ben,
  codes,
  comeBack,
  complete,
  defer,
  exclude,
  given,
  mehmet,
  nextWeek,
  started,
  today,
} from '../../support/given';

describe('acknowledging a whole phase', () => {
  test.each(sections)('marks every item of %s', (section) => {
    given(started())
      .when(acknowledgePhase(section), mehmet)
      .yields(...codes[section].map((item) => ({ type: 'ItemAcknowledged' as const, item })));
  });

  test('leaves out what I have seen before', () => {
    given(started())
      .when(acknowledge('I1'), mehmet)
      .when(acknowledgePhase('initiate'), mehmet)
      .yields({ type: 'ItemAcknowledged', item: 'I2' });
  });

  test('a second time changes nothing', () => {
    given(started())
      .when(acknowledgePhase('initiate'), mehmet)
      .when(acknowledgePhase('initiate'), mehmet)
      .refuses('phase.alreadyAcknowledged', { phase: 'initiate' });
  });

  test('is each person’s own', () => {
    const both = given(started()).when(acknowledgePhase('initiate'), mehmet).when(acknowledgePhase('initiate'), ben);
    expect(both.engagement.items['I1']!.acknowledgements.map(({ by }) => by)).toEqual([mehmet, ben]);
  });

  test('by a lead makes the general responsibilities count as acknowledged', () => {
    const seen = given(started()).when(acknowledgePhase('general'), anna);
    expect(progress(seen.engagement, 'general', today)).toMatchObject({ total: 25, acknowledged: 25, open: 25 });
  });

  test('includes what was carried there', () => {
    const back = given(started()).when(defer('I2')).when(complete('I1')).when(comeBack('I2'), lotse, nextWeek);
    back
      .when(acknowledgePhase('assess'), mehmet)
      .yields(...['I2', ...codes.assess].map((item) => ({ type: 'ItemAcknowledged' as const, item })));
  });

  test('by FastTrack agrees to what members deferred and excluded in it, also where it was seen before', () => {
    given(started())
      .when(acknowledgePhase('assess'), ben)
      .when(defer('A2'), mehmet)
      .when(exclude('A5'), mehmet)
      .when(acknowledgePhase('assess'), ben)
      .yields({ type: 'ItemAcknowledged', item: 'A2' }, { type: 'ItemAcknowledged', item: 'A5' });
  });

  test('by a member who has seen all agrees to nothing', () => {
    given(started())
      .when(acknowledgePhase('assess'), mehmet)
      .when(defer('A2'), mehmet)
      .when(acknowledgePhase('assess'), mehmet)
      .refuses('phase.alreadyAcknowledged');
  });
});
