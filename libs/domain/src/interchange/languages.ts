/** ISO 639-1, and the names that people write instead. */
const CODES =
  'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu';

const LANGUAGE_CODES: ReadonlySet<string> = new Set(CODES.split(' '));

const NAMES: Readonly<Record<string, string>> = {
  english: 'en', welsh: 'cy', polish: 'pl', romanian: 'ro', punjabi: 'pa', panjabi: 'pa', urdu: 'ur', bengali: 'bn', gujarati: 'gu', hindi: 'hi',
  arabic: 'ar', french: 'fr', portuguese: 'pt', spanish: 'es', italian: 'it', german: 'de', tamil: 'ta', turkish: 'tr', somali: 'so', lithuanian: 'lt',
  russian: 'ru', ukrainian: 'uk', albanian: 'sq', kurdish: 'ku', persian: 'fa', farsi: 'fa', pashto: 'ps', czech: 'cs', slovak: 'sk', hungarian: 'hu',
  bulgarian: 'bg', yoruba: 'yo', igbo: 'ig', twi: 'tw', swahili: 'sw', tigrinya: 'ti', amharic: 'am', vietnamese: 'vi', chinese: 'zh', greek: 'el', latvian: 'lv',
};

/** The code of a language given by its code or its English name. */
export function languageCode(said: string): string | undefined {
  if (LANGUAGE_CODES.has(said)) return said;
  return Object.hasOwn(NAMES, said) ? NAMES[said] : undefined;
}
