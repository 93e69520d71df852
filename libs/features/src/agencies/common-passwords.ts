/**
 * The words at the heart of the passwords that appear most often in published breaches. A candidate is reduced to such
 * a heart (lower case, usual substitutions undone, digits and signs at both ends cut off), so each word stands for its
 * hundreds of variants: `Passw0rd`, `password1`, `P@ssword2026!!`.
 */
const WORDS = `
password passwort passwords passw passwd passphrase pass passcode letmein letmeinnow welcome welcomeback welkom login logon signin admin administrator
administration root sysadmin superuser superadmin user username guest test tester testing testtest default changeme changeit changepassword secret secrets topsecret
qwerty qwertyuiop qwert qwer qwertz azerty asdf asdfg asdfgh asdfghjkl zxcv zxcvb zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc qweasd qweasdzxc qazxsw poiuytrewq
mnbvcxz lkjhgfdsa abc abcd abcde abcdef abcdefg abcdefgh abcabc abcxyz xyz aaa
iloveyou iloveu ilovehim iloveher iloveme ilove loveyou loveme lovely lover lovers loveu love loving myloves mylove truelove lovelove iloveit sweetheart sweetie sweet sweety darling honey honeybee
sunshine princess princesa prince queen king kings kingdom dragon dragons monkey monkeys donkey tiger tigers tigger lion lions panther panthers bear bears wolf wolves eagle eagles falcon falcons
football footballer footie soccer baseball basketball hockey rugby cricket tennis golf golfer golfing boxing wrestling swimming runner running volleyball softball sports athlete
superman batman spiderman ironman wonderwoman supergirl superstar super superb superhero hulk thor avengers joker catwoman robin flash marvel
master masters mastermind mister mistress michael michelle matthew andrew joshua jordan daniel danielle david james robert thomas william richard charlie charles george
jessica jennifer ashley amanda nicole samantha elizabeth stephanie melissa rebecca rachel hannah sarah laura lauren emily emma olivia sophie sophia amelia isabella
charlotte katherine catherine kathryn kimberly christine christina christian christopher anthony benjamin alexander alexandra alexis nathan nathaniel nicholas patrick
jonathan joseph justin brandon brian kevin steven stephen edward harry henry jack jackson oliver oscar liam lewis luke martin maria mary margaret madison megan
morgan natalie natasha veronica vanessa victoria victor vincent tiffany taylor tyler travis ronald ronaldo roberto ricardo rafael raymond pamela patricia peter philip
phillip barbara beatrice bernard bethany bradley brenda brittany bailey caroline carolina carlos cameron claire courtney crystal cynthia dakota dallas deborah denise
dennis diana dominic donald dorothy douglas dylan eleanor eric ethan eugene evelyn frances francis frank frederick gabriel gabriela gemma gerald gloria gordon
grace graham gregory harriet harrison heather helen holly howard hunter isabel jacob jacqueline janet jasmine jason jeffrey jeremy jerome joanna joanne johnny
johnson jonathon judith julia julian juliet karen kathleen keith kelly kenneth kirsty kristen lawrence leonard leonardo linda lindsay lindsey lisa lorraine louise lucas
lucy malcolm marcus marie marion marshall marvin maurice maxwell melanie mercedes miguel miranda molly monica murphy nancy neil nigel noah norman pauline
peaches penelope phoebe poppy priscilla rebekah ricky rodney roger roland rosemary russell ryan sabrina samuel sandra sebastian shannon sharon shirley sierra simon
skyler spencer stanley stella stuart susan sylvia teresa terry theodore theresa timothy tina toby tracey tracy trevor tristan valerie virginia vivian wayne wendy
whitney yvonne zachary zoe mohammed muhammad ahmed fatima aisha
liverpool arsenal chelsea everton manchester manchesterunited mancity manutd tottenham spurs newcastle rangers celtic leeds leedsunited villa astonvilla westham sunderland
england scotland ireland wales britain london birmingham glasgow edinburgh cardiff bristol sheffield nottingham leicester southampton portsmouth yorkshire lancashire
cornwall america american canada australia germany france french spain italy italia brazil brasil argentina mexico india pakistan jamaica newyork california texas
florida chicago boston dallas houston denver phoenix arizona montana georgia alaska hawaii paris berlin madrid barcelona realmadrid juventus milan
yankees lakers steelers cowboys packers raiders redskins redsox giants patriots broncos vikings dolphins ravens warriors bulldog bulldogs wildcats hurricane
computer internet intranet network server windows microsoft apple samsung google facebook twitter youtube yahoo hotmail gmail amazon netflix spotify instagram linkedin
android iphone nokia motorola siemens toshiba laptop desktop keyboard database oracle cisco linux ubuntu debian docker github office excel outlook
starwars startrek skywalker darthvader yoda matrix pokemon pikachu charizard minecraft fortnite roblox mario luigi zelda nintendo playstation xbox sonic halo
warcraft worldofwarcraft counterstrike callofduty assassin naruto sasuke goku dragonball hellokitty mickey mickeymouse minnie minnie disney tinkerbell winnie winniethepooh
snoopy garfield scooby scoobydoo simpsons homer bart shrek nemo simba frozen elsa barbie harrypotter hogwarts gandalf frodo hobbit lordoftherings sherlock jamesbond
metallica nirvana slipknot beatles eminem rihanna beyonce madonna justinbieber onedirection taylorswift coldplay oasis linkinpark greenday blink ironmaiden ledzeppelin
flower flowers rose roses rosebud daisy lily violet orchid tulip sunflower garden butterfly ladybug angel angels angela angelina angelo angelica babyangel
summer summertime winter autumn spring january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday weekend holiday holidays christmas xmas easter halloween birthday newyear
morning goodmorning evening midnight tonight today tomorrow yesterday forever always never everything something nothing anything whatever
orange banana apple apples cherry strawberry peach lemon mango pineapple coconut cookie cookies chocolate candy cupcake muffin pumpkin pickle pepper ginger
cheese cheesecake pizza burger chicken turkey bacon butter sugar coffee espresso whisky whiskey guinness budweiser corona heineken vodka
purple yellow green blue black white silver gold golden pink scarlet crimson rainbow diamond diamonds crystal emerald sapphire ruby pearl platinum
thunder lightning storm tornado hurricane sunrise sunset moonlight starlight sunlight ocean river mountain island forest desert paradise heaven earth planet universe galaxy
ferrari porsche lamborghini mercedes corvette mustang camaro honda toyota yamaha suzuki kawasaki harley harleydavidson ducati nissan subaru mazda volvo jaguar
bentley jeep landrover vauxhall volkswagen audi
freedom victory justice liberty peace hope faith believe trust trustno trustme blessed blessing jesus jesuschrist christ godisgood godbless bible church gospel
hello hellohello helloworld goodbye goodluck thankyou please letsgo comeon openup opensesame abracadabra access accessdenied security secure
fuckyou fuckoff fuck shit bitch asshole bastard sexy sexygirl sexyboy hottie hotstuff pussy dick cock penis vagina porn naked
killer killers ninja samurai warrior warriors soldier sniper shooter hunter hunting fishing fisherman pirate pirates knight knights wizard magic magical merlin
family mother mummy mommy father daddy daddysgirl mamma sister brother brothers sisters grandma grandpa friend friends friendship bestfriend bestfriends husband
baby babyboy babygirl babydoll babyface cutie cutiepie princess girl girls boys children kids teacher student school college university
money cash rich lucky luckyone winner champion champions hero legend legends number numberone one
buster bailey buddy max maggie molly lucky shadow smokey rocky rusty ginger oreo pepper sasha sammy sophie tucker zeus duke toby bella coco roxy ruby
puppy kitten kitty cats dogs doggy doggie horse horses pony rabbit bunny hamster penguin dolphin dolphins turtle elephant giraffe zebra panda gorilla chicken
scooter skateboard surfer surfing snowboard snowman snowball snoopdog player playboy playgirl gamer gaming gangsta gangster hiphop rockstar rocknroll guitar drummer
music musical dancer dancing singer dance piano trumpet violin metal punk disco reggae
creative creation dream dreamer dreams fantasy mystery secretgarden destiny chance chances adventure explorer discovery enterprise captain sailor navy army
marine marines airforce airborne pilot police fireman firefighter doctor nurse engineer lawyer manager director business company
system manager service support helpdesk operator backup temp temporary temppass newpass newpassword mypassword mypass nopassword yourpassword oldpassword
house home garden kitchen window windows door table chair bottle pencil paper mirror camera telephone mobile
sample example demo demonstration training trainee newuser newstarter letmein trustnoone correcthorsebatterystaple
`;

/** Words of this product and its field: refused anywhere in a password, not only as its heart (trust.md AUTH-2). */
export const PRODUCT_WORDS = ['adoption', 'adopter', 'adopt', 'council', 'fostering', 'familyfind', 'socialwork', 'childcare', 'safeguard'] as const;

export const COMMON_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''));
