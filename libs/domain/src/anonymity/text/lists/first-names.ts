import { words } from './words';

/*
 * First names that are common in the United Kingdom, in small letters without accents. Put together by hand from general knowledge for
 * this project; no data set was copied, so no licence but the project's own applies. A name that is missing here is still marked by its
 * capital letter (names-at-large.ts).
 */
export const FIRST_NAMES = words(`
aaliyah aaron abbie abby abdul abdullah abena abigail abraham adam adan adele adeel adrian aidan aiden aimee aisha aishah akua alan albert albie alec alex
alexander alexandra alexis alfie alfred ali alice alicia alina alison alistair aliyah allan allison alma alyssa amanda amara amber amelia amelie amina amir amira amit
amy ana anaya andrea andrei andrew andy angela angus anika anita anjali ann anna annabel annabelle anne annie anthony anton antonio anwar anya april arabella archer
archie ariana arjun arlo art arthur arun arya asha asher ashley ashton asif asma astrid athena aubrey audrey aurora austin ava avery aya ayaan ayden ayesha ayla
barbara barnaby barney barry basma beatrice beau becky bella ben benjamin bernadette bernard beth bethany betty beverley bhavna bilal bill billie billy blake bob
bobby bodhi bonnie brad bradley brandon brenda brendan brian bridget brodie brogan bronwen brooke bruce bryan bryony caitlin caleb callie callum calum calvin cameron
camilla cara carl carla carly carmen carol caroline carolyn carrie carter carys casey cassie catherine cathy catrin cecilia celeste charis charlene charles charlie charlotte
chantelle chelsea cheryl chidi chinedu chloe chris christian christina christine christopher ciara claire clara clare clarissa clive cody cohen colin colette connie conor
connor cooper cora corey courtney craig cristian crystal curtis cynthia dafydd daisy damian damien dan daniel daniella danielle danny daphne darcey darcie darcy
darius darren dave david dawid dawn dean deborah debbie declan delilah denise dennis derek desmond dexter diana diane dillon dilys dinah dominic donald donna doris
dorothy dougal douglas duncan dylan eben ebony eddie eden edie edith edna edward edwin effie eileen eilidh elaine eleanor elena eli elias elijah elin eliot
eliza elizabeth ella elle ellen ellie elliot elliott ellis elodie elsa elsie emeka emilia emilie emily emma emmanuel enid eoin eric erica erin ernest esme esmae
esther ethan ethel etta eunice eva evan evangeline eve evelyn evie ewan ewelina ezra fabian faisal faith farah farhan farid fatima fatimah faye felicity felix fern
ffion filip finbar finlay finley finn fiona fleur florence flossie frances francesca francis frank frankie fraser fred freddie frederick freya gabriel gabriella gareth garry gary gavin
gemma gene geoffrey george georgia georgie georgina gerald geraldine gerard gethin gillian gina giovanni gladys glen glenda glenn glenys gloria gordon grace gracie graham grayson
greg gregory greta gurpreet gus gwen gwenllian gwyneth haaris hadi hafsa halima hamish hamza hana hanna hannah harley harper harpreet harriet harris harrison harry
harvey hashim hassan hattie hayden hayley hazel heather hector heidi helen helena henry hermione hilary holly hope howard huda hugh hugo humphrey hunter husna hussain
hussein ian ibrahim ida idris ifeoma ikram ila imani imogen imran ina india inaya indie ines ioan iona irene iris isa isaac isabel isabella isabelle isaiah isha
isla ismail isobel israel ivan ivo ivy iwan izaan jack jackie jackson jacob jacqueline jade jagdeep jaiden jake jakub jamal james jamie jan jana jane janet janice jared
jasmin jasmine jason jasper jawad jaxon jay jayden jayne jean jeanette jeff jeffrey jemima jen jenna jennie jennifer jenny jenson jeremiah jeremy jerome jess jesse jessica
jessie jill jim jimmy jo joan joanna joanne jodie joe joel john johnny jolene jon jonah jonathan jordan jose joseph josephine josh joshua josie joy joyce jude judith
judy jules julia julian julie juliet june justin kacey kai kaiden kamal kamila kamran kane kara karen karim karl karol kasia kate katherine kathleen kathryn katie katy kay
kayden kayla kayleigh keeley keira keith kelechi kelly kelsey kelvin ken kenneth kenny kenzie kerry kevin khadija khalid kian kiera kieran kiran kirsten kirsty kit kofi krystian kwame
kyle kylie kyra lachlan laila lance lara laura lauren laurence lavinia layla leah lee leigh leila lena leo leon leonard leonardo leroy les lesley leslie lewis lexi lexie liam
libby lila lilah lilian lillian lilly lily lina linda lindsay lindsey linus lisa liz lizzie llewellyn lloyd logan lois lola lorna lorraine lottie lou louie louis louisa louise
luca lucas lucia lucille lucinda lucy luis luke luna lydia lyla lynda lynn lynne lyra mabel mackenzie macy maddie maddison madeleine madison mae maeve maggie magda magdalena
mahmoud maia maisie malachi malaika malakai malcolm malik mandy manjit mara marc marcel marcia marcus margaret margot maria mariah mariam marian marie marina mario marion marissa
marjorie mark marlon marsha martha martin martyn marvin mary maryam mason mateusz mathew matilda matt matthew maud maureen maurice max maximilian maximus maxine maxwell may maya
megan meera mehmet mel melanie melissa melody mercy meredith mia micah michael michaela michal micheal michelle miguel mike mila miles millicent millie milo mina minnie miranda miriam
misha mitchell mo mohamed mohammad mohammed moira mollie molly mona monica monika monty morgan morwenna moses muhammad muna muriel musa mustafa mya myles myra nabil nadia nadine naima
nancy naomi natalia natalie natasha nate nathan nathaniel neha neil nell nellie nelly nerys neve ngozi niall niamh nia nicholas nick nicky nico nicola nicole nigel nikhil nikita nikki
nina noah noel nola nora noreen norma norman nour nuala octavia oisin ola olga olive oliver olivia olivier ollie olly omar oona oona ophelia orla orlando oscar osian oskar otis otto
owain owen paige pamela parker parveen patience patricia patrick patryk patsy paul paula pauline pearl peggy penelope penny percy perry pete peter petra phil philip philippa phillip phoebe
phyllis pia pierce piers piotr pippa polly poppy precious preston primrose priscilla priya quentin quinn rabia rachael rachel rafael rafferty raheem rahul raj rajesh ralph ramesh rami
ramona ranveer rashid ravi ray raymond rayyan rebecca reece reggie reginald rehan renee reuben rex rhea rhian rhiannon rhoda rhodri rhona rhys ricardo richard richie ricky rico riley
rio rita river rob robbie robert roberta robin robyn rocco rochelle rod roderick rodney roger rohan roland roma roman ronald ronan ronnie rory rosa rosalind rosanna rose rosemary
rosie ross rowan roxanne roy ruben ruby rudy rufus rupert russell ruth ryan ryder saad sabrina sadia sadie saffron safiya said saira sally salma salman sam sama samantha samara sami
samina samir samira samuel sandra sandy sanjay santiago sara sarah saskia saul savannah scarlet scarlett scott sean sebastian selena selina seren serena seth shabana shane shania shanice
shannon sharon shaun shauna shayla sheila shelley sherry shirley shona shreya sian sid sidney sienna silvia simon simone sinead siobhan skye skyla sofia solomon sonia sonny sophia sophie
spencer stacey stan stanley stella stephanie stephen steve steven stewart stuart sue sukhdeep suki suleman sultan sumaya summer sunil sunny surinder susan susannah suzanne svetlana sybil
sylvia szymon tabitha tahir tahlia talia tallulah tamara tamsin tania tanya tara tariq tasha tatiana tayla taylor ted teddy teegan temitope terence teresa terri terry tess tessa thea
thelma theo theodora theodore theresa thomas tia tiana tiffany tilly tim timothy tina tobias toby todd tom tomasz tommy toni tony tracey tracy travis trevor tricia trinity tristan troy
tunde tyler tyrone uma umar una ursula usman vanessa vera verity veronica vicki vicky victor victoria vihaan vijay vikram vinay vincent viola violet vivian vivienne wanda warren wayne
wendy wesley wiktor wilf wilfred will william willow winifred winnie winston xander xavier yahya yana yasin yasmin yasmine yolanda yousef yusra yusuf yvette yvonne zac zach zachariah
zachary zack zahra zain zaina zainab zak zander zara zayd zayn zeeshan zena zeynep zoe zofia zuzanna`);
