import { words } from './lists/words';

/** Names that stand for one another; the first of a line is the full one. Put together by hand. */
const GROUPS: readonly (readonly string[])[] = `
abigail abby abbie gail
alexander alexandra alexis alex alec lex lexi sandy sasha xander al
amelia emilia millie milly amy mia
andrew andy drew
anne ann anna annie nan
anthony antony tony ant
arthur art artie
barbara barb babs
benjamin ben benny benji
bernard bernie
bethany elizabeth eliza elisabeth beth betty bess lizzie liz libby lisa elsie betsy ellie
catherine katherine kathryn kate katie katy cathy kathy kit kitty kath cat
charles charlotte charlie charley chaz chas lottie
christopher christine christina christian chris kit chrissie tina topher
daniel daniella danielle dan danny dani
david dave davy davey
deborah debbie debs
dorothy dot dottie
edward edwin eddie ed ted teddy ned
eleanor ellen helen ella ellie nell nellie nora lena
emily emma em emmie milly millie
florence flo flossie florrie
frances francis francesca fran frank frankie fanny
frederick freddie fred freddy
gabriel gabriella gabe gabby
george georgia georgina georgie
gregory greg
harriet harrison harry henry harold hattie hal hetty hank
isabel isabella isobel isabelle izzy bella belle issy ibby
jacob jake
jacqueline jackie
james jim jimmy jamie jem
jennifer jen jenny
jessica jess jessie
joanna joanne josephine jo josie
john jonathan jack johnny jon jonny
joseph joe joey josh
joshua josh
kenneth ken kenny
kimberley kim
laurence lawrence larry laurie
leonard leonardo leo len lenny
lillian lily lil lilly
louis louise lou louie lewis
madeleine madison maddie maddy
margaret maggie meg megan peggy madge mags daisy
martin marty
matilda tilly mattie
matthew matt matty
maximilian maxwell max
megan meg
michael michaela michelle mike mick micky mikey
mohammed muhammad mohamed mohammad mo
nathan nathaniel nate nat
nicholas nicola nick nicky nico
oliver olivia ollie olly liv livvy
pamela pam
patrick patricia pat paddy pat patsy trish tricia
peter pete
philip phillip phil pip
rebecca becky bex becca
richard rick ricky dick richie
robert rob robbie bob bobby bert
ronald ron ronnie
rosemary rose rosie
samuel samantha sam sammy
sarah sally sadie
sebastian seb
stephen steven steph steve stevie stephanie
susan susannah sue susie suzie
theodore theo ted teddy theodora thea
thomas tom tommy
timothy tim timmy
tobias toby
victoria victor vicky vic tori
vincent vince vinny
william will bill billy willy liam wills
zachary zachariah zac zak zach
reuben ruben rube ruby
edith edie
jonah jonas jon
tabitha tabby
nadia nadine nads
yusuf yousef joseph yus
aaron ron ronnie
viktor victor vik
safiya safia saf
philippa pippa pip
imani immy imogen
oscar oskar ozzy
callum calum cal
gwendolen gwenllian gwen gwyneth
`.trim().split('\n').map(words);

const BY_NAME = new Map<string, Set<string>>();
for (const group of GROUPS) {
  for (const name of group) BY_NAME.set(name, new Set([...(BY_NAME.get(name) ?? []), ...group]));
}

/** All that the folded first name may be called, itself included. */
export const nicknamesOf = (name: string): readonly string[] => [...new Set([name, ...(BY_NAME.get(name) ?? [])])];
