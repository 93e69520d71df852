/*
 * The corpus's own words. They were chosen without a look at the lists of the screen (libs/domain/src/anonymity/text/lists) and share no code
 * with it: many of them are in no list there, as in life.
 */
const lines = (text: string): readonly string[] => text.trim().split('\n');
const list = (text: string): readonly string[] => text.trim().split(',').map((one) => one.trim());

/** First names of children with what they are called at home. */
export const CHILDREN: readonly (readonly [name: string, nickname: string])[] = [
  ['Zoë', 'Zoe'], ['Katherine', 'Kit'], ['Thomas', 'Tommy'], ['Mary-Jane', 'Mary Jane'], ['José', 'Jose'], ['Alexander', 'Sandy'], ['Oluwaseun', 'Oluwaseun'], ['Siobhán', 'Siobhan'], ['Benjamin', 'Benji'],
  ['Florence', 'Flossie'], ['Mohammed', 'Mo'], ['Elizabeth', 'Lizzie'], ['Anne-Marie', 'Annemarie'], ['Renée', 'Renee'], ['William', 'Billy'], ['Callan', 'Callan'], ['Tamara', 'Tamara'], ['Isobel', 'Izzy'], ['Kwabena', 'Kwabena'],
  ['Łukasz', 'Lukasz'], ['Margaret', 'Peggy'], ['Charlotte', 'Lottie'], ['Xanthe', 'Xanthe'], ['Frederick', 'Freddie'], ['Søren', 'Soren'],
];
export const SURNAMES = list("O'Marsh, Smith-Jones, Braithwaite, Featherstonehaugh, Nwachukwu, Wójcik, Cholmondeley, D'Souza, Papadopoulos, Ravenscroft, Haverstock, Tremlett, MacAllister, Gunnarsson, Ferreira, Adeyinka, Entwistle, Llewelyn-Hughes");
/** Carers, workers and relatives whom the record names. */
export const AROUND = list('Bernadette Oakeshott, Rajinder Sandhu, Philomena Curran, Desmond Threlfall, Agnieszka Zawadzka, Marguerite Delacroix, Terence Ollerenshaw, Blessing Okonjo');
export const SCHOOLS = list('Wrenfield Primary School, Saltholme Nursery, Copperbeech Academy, Thistledown Infants School');

/** People of whom the record knows nothing. */
export const OTHER_FIRST = list(`Jacqui, Tyrell, Maureen, Shaniqua, Gethin, Abdulrahman, Priti, Nikolai, Hyacinth, Courtenay, Dwayne, Ludmila, Fergus, Hyun, Anoushka, Godwin, Kirsteen, Marlowe, Ottilie, Rhydian, Saoirse, Temperance, Ulrich, Wilhelmina, Yevgeny, Zuleika,
  Stephen, Linda, Gary, Denise, Paul, Sharon, Kevin, Amanda, Ahmed, Fatima, Grace, Rose, Mark, Jack, Poppy, Ivy, Joy, Hope, Max, Robin`);
export const OTHER_LAST = list(`Ackroyd, Birtwistle, Cavendish, Dalrymple, Eccleston, Fazackerley, Grimshaw, Heptonstall, Illingworth, Jagger, Kettlewell, Lumb, Micklethwaite, Nuttall, Ogden, Postlethwaite, Quirke, Ramsbottom, Sowerby, Tordoff, Uttley,
  Vasquez, Wrigglesworth, Yarborough, Zapata, Smith, Jones, Khan, Patel, Singh, Williams, Brown, Green, Young, Okoro, Nowicki, Ivanov`);
export const OTHER_PLACES = list(`Leeds, Bradford, Todmorden, Heckmondwike, Slaithwaite, Cleckheaton, Mytholmroyd, Ossett, Stoke-on-Trent, Newcastle upon Tyne, Bury St Edmunds, Reading, Bath, Deal, Hull, Sandwich, Ipswich, Cardiff, Aberystwyth, Kirkcaldy, Peebles,
  Little Snoring, Great Missenden, Upper Slaughter, Nether Wallop, Kingston upon Thames, Toxteth, Moss Side, Handsworth, Chapeltown, West Yorkshire, County Durham, Lincolnshire, Norfolk, Ballymena, Craigavon, Portree, Gwynedd, Saltaire, Otley`);
export const STREETS = list('Acacia Avenue, Gladstone Terrace, Beech Close, Whitechapel Lane, Inkerman Street, Nelson Road, Larkspur Crescent');

/** Sentences that tell nobody's name. */
export const HARMLESS = lines(`
Enjoys being outdoors and loves water, mud and anything with wheels.
Has made good progress since moving to the current home and now sleeps through most nights.
Likes books about animals, and will sit for a long time when a story is read slowly.
Needs adults who keep calm, who say what will happen next and who mean what they say.
At nursery the other children like to play alongside, and grown-ups are greeted with a smile.
Loud places can be too much; ear defenders and a quiet corner help.
Meals are eaten well as long as there is toast, and peas are counted before they are eaten.
The health visitor has no worries about growth; hearing was tested and found to be fine.
There was exposure to alcohol before birth, and it is too early to say what this will mean.
Family time with birth parents goes well once a month and should become letters twice a year.
May find it hard to settle in a new bed at first, so a favourite blanket ought to come along.
Lego, Peppa Pig and songs from Disney films are loved in equal measure.
Christmas was noisy and happy, with a little too much chocolate.
Mum and Dad were both young and had a hard time themselves.
Is looking for a family who will laugh at jokes told for the tenth time.
Speech is a little behind, and Makaton signs help to bridge the gap.
Running, climbing and rolling down grassy banks are the best things in the world.
Change is hard: a picture timetable and plenty of warning make it easier.
Can be shy with strangers, then warm, funny and full of questions.
A paediatrician reviews the eczema, which is mild and well managed with cream.
Will hold a grown-up's hand on the way to the park and point at every dog.
Reading together at bedtime is the high point of most days.`);

export const NAMED = lines(`
{child} likes to bake and will lick the spoon.
Everybody at home says that {child} is a joy to be with.
It took {child} some weeks to settle with the carers.
A favourite game of {child} is hiding behind the sofa.
Contact between {child} and the grandparents went well.
The {surname} family has asked for letters twice a year.
{around} has cared for all of them since the spring.
When {around} visits there is always a cuddle.
At {school} the teachers speak of a bright and curious pupil.
The social worker wrote that {child} {surname} sleeps well.`);

export const AT_LARGE = lines(`
An older friend called {first} comes to play on Sundays.
The neighbour, {person}, has known the family for years.
Mrs {last} from next door keeps an eye on the garden.
The birth mother's partner, {person}, is not to know the address.
A cousin, {first}, was adopted some years ago.
They used to live in {place} before the move.
The family comes from {place} and still has relatives there.
Swimming lessons are in {place} every week.
Home was a flat in {street} for a while.
There were two moves, first to {place} and then to {place}.`);

export const IDENTIFYING = lines(`
The NHS number is {nhs}.
A form gives the National Insurance number {ni} of the father.
Post should go to {postcode} for now.
Ring {phone} with any question.
Write to {email} for the reports.
The page {url} has photographs.
The order was made on {date}.
They came into care in {date}.
A car with the mark {vehicle} waited outside.
The court has the case under {court}.
The birth was on {date} in the early morning.`);

/** A misspelling that is one of these is no misspelling. */
export const EVERYDAY = new Set(list('home, hop, hoe, thomas, sandy, flossy, may, mary, marry, jose, rene, will, bill, billy, lot, kit, bet, ben, mo, no, so, to, do, zone, toe, zoo, tomb, tom'));
