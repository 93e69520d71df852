import type { AgencyKeys } from '@hub/features/keys/key-status.service';
import type { Rotation } from '@hub/features/keys/rotation.service';

/** A paragraph for each agency: its key versions, its shares, and what is wrong. */
export function statusText(agencies: readonly AgencyKeys[]): readonly string[] {
  return agencies.flatMap(({ code, versions, shares, problems }) => [
    code,
    ...versions.map(({ version, keyId, made, records }, at) => `  key version ${version} (${keyId}), made ${made}${at === 0 ? ', seals what is new' : ''}: ${records} records`),
    ...(versions.length === 0 ? ['  no key yet'] : []),
    ...(shares ? [`  shares: ${shares.held} held, ${shares.destroyed} destroyed`] : []),
    ...problems.map((problem) => `  PROBLEM: ${problem}`),
  ]);
}

export function rotationText(code: string, { version, rewrapped, retired, kept }: Rotation): readonly string[] {
  const end = retired.length > 0 ? `Retired: version ${retired.join(', ')}.` : '';
  const stays = kept.length > 0 ? `Version ${kept.join(', ')} stays, because records under it do not open or a long transaction is running. hub keys status tells; rotate again to finish.` : '';
  return [`${code} seals with key version ${version} now; ${rewrapped} data keys were rewrapped. ${end}${stays}`.trimEnd(), 'Copy the key file and its folder of shares now. Backups of the database from before need the copy from before.'];
}
