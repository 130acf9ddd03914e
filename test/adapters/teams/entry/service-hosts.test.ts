import { createServiceHosts } from '../../../../src/adapters/teams/entry/service-hosts';

const inProduction = createServiceHosts(['Smba.Example.com'], false);
const onThisMachine = createServiceHosts([], true);

test.each([
  'https://smba.trafficmanager.net/emea/11111111-2222-3333-4444-555555555555/',
  'https://SMBA.trafficmanager.net/',
  'https://smba.infra.gcc.teams.microsoft.com/teams',
  'https://smba.infra.gov.teams.microsoft.us/teams',
  'https://smba.example.com:8443/',
])('messages go to %s', (address) => {
  expect(inProduction(address)).toBe(true);
});

test.each([
  '',
  'smba.trafficmanager.net',
  'http://smba.trafficmanager.net/',
  'ftp://smba.trafficmanager.net/',
  'https://smba.trafficmanager.net.example.com/',
  'https://evil.example.com/smba.trafficmanager.net/',
  'https://smba.trafficmanager.net@evil.example.com/',
  'https://user:password@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net%2eexample.com/',
  'https://xsmba.trafficmanager.net/',
  'https://127.0.0.1/',
  'http://localhost:56150/_connector',
  'javascript:alert(1)',
])('nothing goes to %j', (address) => {
  expect(inProduction(address)).toBe(false);
});

test.each(['http://localhost:56150/_connector', 'http://127.0.0.1:1234/', 'http://[::1]:1/', 'https://127.0.0.1/'])(
  'where nobody checks anything, %s is Teams',
  (address) => {
    expect(onThisMachine(address)).toBe(true);
  },
);

test.each([
  'http://192.168.1.7/',
  'http://localhost.example.com/',
  'https://127.0.0.1.example.com/',
  'http://0.0.0.0/',
])('and %s is not', (address) => {
  expect(onThisMachine(address)).toBe(false);
});
