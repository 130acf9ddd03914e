import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** A certificate for loopback that nobody trusts but those who are told to. */
export type Certificate = {
  readonly key: string;
  readonly cert: string;
  /** Where it lies, for `NODE_EXTRA_CA_CERTS`. */
  readonly file: string;
  remove(): Promise<void>;
};

export const createCertificate = async (): Promise<Certificate> => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  const folder = await mkdtemp(join(tmpdir(), 'lotse-certificate-'));
  const file = join(folder, 'loopback.pem');
  await writeFile(file, cert);
  return { key, cert, file, remove: () => rm(folder, { recursive: true }) };
};
