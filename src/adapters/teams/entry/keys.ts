import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Log } from '../../../application/ports';

/** Milliseconds that metadata and keys together may take. */
const longest = 5_000;
/** Milliseconds for which keys are used without asking anew. */
const fresh = 24 * 3_600_000;
/** Milliseconds between two questions: whoever makes up key ids, and an outage over there, cost no more than that. */
const pause = { known: 30_000, unknown: 5_000 };

const metadataShape = z.object({ jwks_uri: z.url() });
const keysShape = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional(), endorsements: z.unknown() })),
});
type Keys = z.infer<typeof keysShape>['keys'];

/** For which channels a key may sign; those that do not say may sign for all. */
const signsForTeams = ({ endorsements }: Keys[number]): boolean =>
  !Array.isArray(endorsements) || endorsements.length === 0 || endorsements.includes('msteams');

type Known = { readonly keyOf: JWTVerifyGetKey; readonly ids: ReadonlySet<string | undefined>; readonly at: number };

/**
 * The keys that Bot Framework signs with, by OpenID metadata. They are fetched when first needed, once a day, and when a
 * key is unknown; old ones are good as long as no newer ones can be had. Rejects for a key nobody knows. `now`: in
 * milliseconds, of a clock nobody puts back.
 */
export const createKeys = (
  metadataUrl: string,
  log: Log,
  now: () => number = () => performance.now(),
): JWTVerifyGetKey => {
  let known: Known | undefined;
  let asked = -Infinity;
  let asking: Promise<void> | undefined;

  const fetchKeys = async (): Promise<void> => {
    const signal = AbortSignal.timeout(longest);
    try {
      const { jwks_uri: address } = metadataShape.parse(await fetchJson(metadataUrl, signal));
      if (new URL(address).protocol !== new URL(metadataUrl).protocol)
        throw new Error('The metadata names keys that are less protected than the metadata itself.');
      const keys = keysShape.parse(await fetchJson(address, signal)).keys.filter(signsForTeams);
      known = {
        keyOf: createLocalJWKSet({ keys: keys as JWK[] }),
        ids: new Set(keys.map(({ kid }) => kid)),
        at: now(),
      };
    } catch (error) {
      log.warn({ err: error }, 'The keys of Bot Framework could not be fetched; check that this host may reach it.');
    }
  };

  const refresh = async (): Promise<void> => {
    if (now() - asked < (known ? pause.known : pause.unknown)) return asking;
    asked = now();
    asking = fetchKeys();
    return asking;
  };

  return async (header, token) => {
    const { kid } = header;
    if (kid === undefined) throw new Error('The token does not name its key.');
    // Old keys are good while newer ones are on their way.
    if (!known?.ids.has(kid)) await refresh();
    else if (now() - known.at > fresh) void refresh();
    if (!known?.ids.has(kid)) throw new Error('Bot Framework signs with no such key.');
    return known.keyOf(header, token);
  };
};

const fetchJson = async (address: string, signal: AbortSignal): Promise<unknown> => {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${new URL(address).host} answered ${String(response.status)}.`);
  return response.json();
};
