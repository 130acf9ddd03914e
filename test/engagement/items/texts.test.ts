import { type Command, limits } from '../../../src/engagement';
import {
  block,
  complete,
  defer,
  exclude,
  given,
  itemOf,
  mehmet,
  nextWeek,
  reopen,
  stamped,
  started,
} from '../../support/given';

const long = (length: number) => 'x'.repeat(length);

const withReason: readonly (readonly [string, (reason: string) => Command])[] = [
  ['deferring', (reason) => defer('A3', nextWeek, reason)],
  ['excluding', (reason) => exclude('A3', reason)],
  ['blocking', (reason) => block('A3', reason)],
];

describe('texts', () => {
  test('a reason has 300 characters at most, a note 1,000', () => {
    expect(limits).toMatchObject({ reason: 300, note: 1000 });
  });

  describe.each(withReason)('%s', (_, command) => {
    test.each(['', '   ', '\n\t'])('needs a reason, and %j is none', (reason) => {
      given(started()).when(command(reason), mehmet).refuses('reason.missing', { item: 'A3' });
    });

    test('accepts a reason of 300 characters, blanks around it not counted', () => {
      const { engagement } = given(started()).when(command(`  ${long(300)}  `), mehmet);
      expect(itemOf(engagement, 'A3').state).toMatchObject({ reason: long(300) });
    });

    test('refuses a reason of 301 characters', () => {
      given(started())
        .when(command(long(301)), mehmet)
        .refuses('reason.tooLong', { item: 'A3' });
    });
  });

  const completed = started(stamped({ type: 'ItemCompleted', item: 'A3' }));

  test('a reason for reopening has the same limit', () => {
    given(completed)
      .when(reopen('A3', long(300)), mehmet)
      .yields({ type: 'ItemReopened', item: 'A3', reason: long(300) });
    given(completed)
      .when(reopen('A3', long(301)), mehmet)
      .refuses('reason.tooLong');
  });

  test('a note of 1,000 characters is accepted, blanks around it not counted', () => {
    given(started())
      .when(complete('A3', ` ${long(1000)} `), mehmet)
      .yields({ type: 'ItemCompleted', item: 'A3', note: long(1000) });
  });

  test('a note of 1,001 characters is refused', () => {
    given(started())
      .when(complete('A3', long(1001)), mehmet)
      .refuses('note.tooLong', { item: 'A3' });
  });
});
