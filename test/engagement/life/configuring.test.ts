import { anna, ben, configure, given, mehmet, started } from '../../support/given';

describe('configuring an onboarding', () => {
  test('records only what is other than it was', () => {
    const configured = given(started()).when(
      configure({ customer: ' Fabrikam ', language: 'en', timeZone: 'America/Los_Angeles' }),
      anna,
    );
    configured.yields({ type: 'EngagementConfigured', customer: 'Fabrikam', timeZone: 'America/Los_Angeles' });
    expect(configured.engagement).toMatchObject({
      customer: 'Fabrikam',
      language: 'en',
      timeZone: 'America/Los_Angeles',
      phase: 'initiate',
      status: 'running',
    });
  });

  test('can change the language alone', () => {
    const configured = given(started()).when(configure({ language: 'de' }), anna);
    configured.yields({ type: 'EngagementConfigured', language: 'de' });
    expect(configured.engagement).toMatchObject({ customer: 'Contoso', language: 'de', timeZone: 'Europe/Berlin' });
  });

  test.each([
    {},
    { customer: ' Contoso ' },
    { customer: 'Contoso', language: 'en', timeZone: 'Europe/Berlin' },
  ] as const)('as it is configured already changes nothing: %j', (configuration) => {
    given(started()).when(configure(configuration), anna).refuses('engagement.asConfigured');
  });

  test('needs a name of 80 characters at most', () => {
    given(started())
      .when(configure({ customer: '  ' }))
      .refuses('engagement.customerMissing');
    given(started())
      .when(configure({ customer: 'x'.repeat(81) }))
      .refuses('engagement.customerTooLong');
    expect(given(started()).when(configure({ customer: 'x'.repeat(80) })).decision).toHaveProperty('events');
  });

  test.each([
    ['FastTrack', ben],
    ['a member', mehmet],
  ])('is a lead’s, not for %s', (_, person) => {
    given(started())
      .when(configure({ language: 'de' }), person)
      .refuses('role.missing', { may: ['lead'] });
  });
});
