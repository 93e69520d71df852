import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What people in British offices use and the published list lacks, as the hearts of their variants. */
const FURTHER_WORDS = `
passw passphrase welcomeback login logon signin administration root superuser superadmin changepassword qwertz wsxedc poiuytrewq lkjhgfdsa abc
abcdefgh abcxyz xyz aaa loveu myloves iloveit footballer footie athlete hulk liam gemma neil nigel noah rebekah zoe ahmed aisha manchesterunited
leedsunited wales britain southampton lancashire spain twitter yahoo hotmail gmail netflix spotify instagram linkedin android iphone linux ubuntu
debian docker github excel outlook fortnite roblox luigi zelda halo worldofwarcraft winniethepooh shrek nemo elsa lordoftherings rihanna beyonce
onedirection taylorswift lily tulip babyangel may xmas evening harleydavidson bible gospel comeon accessdenied mummy bestfriends hero numberone one
max gaming secretgarden chances nurse yourpassword oldpassword sample example demonstration trainee newuser newstarter correcthorsebatterystaple
`;

/** Words of this product and its field: refused anywhere in a password, not only as its heart (trust.md AUTH-2). */
export const PRODUCT_WORDS = ['adoption', 'adopter', 'adopt', 'council', 'fostering', 'familyfind', 'socialwork', 'childcare', 'safeguard'] as const;

/** A heart of fewer letters, as of `a1234567`, says nothing of what stands around it. */
const SHORTEST_HEART = 4;

export interface CommonPasswords {
  /** As they were published, in lower case. */
  readonly whole: ReadonlySet<string>;
  /** Reduced by `heartOf`: each stands for its hundreds of variants, `Passw0rd`, `password1`, `P@ssword2026!!`. */
  readonly hearts: ReadonlySet<string>;
}

let known: CommonPasswords | undefined;

/** The bundled list (its file names source and licence), read when first asked for: a command that sets no password never does. */
export function commonPasswords(heartOf: (password: string) => string): CommonPasswords {
  if (known) return known;
  const lines = readFileSync(join(__dirname, 'common-passwords.txt'), 'utf8').split('\n');
  const whole = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const hearts = whole.map(heartOf).filter((heart) => heart.length >= SHORTEST_HEART);
  known = { whole: new Set(whole), hearts: new Set([...hearts, ...FURTHER_WORDS.split(/\s+/).filter((word) => word !== '')]) };
  return known;
}
