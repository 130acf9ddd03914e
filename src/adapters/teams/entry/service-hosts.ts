/** Where Teams listens, in its clouds. Source: Microsoft's page "Send proactive messages". */
const ofMicrosoft = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether our tokens and messages may go to that address. */
export type IsServiceHost = (serviceUrl: string) => boolean;

/** `more`: names of hosts besides Microsoft's. `simulated`: nobody checks anything, and Teams is played on this machine. */
export const createServiceHosts = (more: readonly string[], simulated: boolean): IsServiceHost => {
  const hosts = new Set([...ofMicrosoft, ...more.map((host) => host.toLowerCase())]);
  return (serviceUrl) => {
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, hostname, username, password } = new URL(serviceUrl);
    if (username !== '' || password !== '') return false;
    if (simulated) return loopback.test(hostname) && (protocol === 'http:' || protocol === 'https:');
    return protocol === 'https:' && hosts.has(hostname);
  };
};
