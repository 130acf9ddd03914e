import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

/** Whoever holds a genuine token: the service at this address, which talks to us for Teams. */
export type Caller = { readonly serviceUrl: string };
/** `reason`: for operators; holds nothing of the token. */
export type Verified = Caller | { readonly reason: string };
export type Verify = (authorization: string | undefined) => Promise<Verified>;

/** Seconds by which clocks may differ. */
const skew = 300;

const claimsShape = z.object({ serviceurl: z.string().min(1) });

/**
 * Whether a request comes from Bot Framework: a token that it issued to this app and nobody else did. The SDK would also
 * take tokens that Entra issued in any tenant, and remembers something of every token that it ever saw.
 */
export const createVerify =
  ({ appId, issuer, keyOf }: { appId: string; issuer: string; keyOf: JWTVerifyGetKey }): Verify =>
  async (authorization) => {
    const token = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return { reason: 'no token' };
    try {
      const { payload } = await jwtVerify(token, keyOf, {
        issuer,
        audience: appId,
        algorithms: ['RS256', 'RS384', 'RS512'],
        clockTolerance: skew,
        requiredClaims: ['exp'],
      });
      const claims = claimsShape.safeParse(payload);
      return claims.success ? { serviceUrl: claims.data.serviceurl } : { reason: 'the token names no service' };
    } catch (error) {
      return { reason: reasonOf(error) };
    }
  };

const reasonOf = (error: unknown): string => {
  if (error instanceof errors.JWTExpired) return 'the token is expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `the token is not for this app (${error.claim})`;
  if (error instanceof errors.JOSEError) return `the token cannot be verified (${error.code})`;
  return error instanceof Error ? error.message : 'the token cannot be verified';
};
