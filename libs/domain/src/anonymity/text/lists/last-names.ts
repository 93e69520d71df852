import { words } from './words';

/*
 * Surnames that are common in the United Kingdom, in small letters without accents or apostrophes. Put together by hand from general knowledge
 * for this project; no data set was copied, so no licence but the project's own applies.
 */
export const LAST_NAMES = words(`
abbott abdi abdullah abubakar acheampong adams adamski adebayo adeyemi afolabi agyemang ahmad ahmadi ahmed akhtar akpan alam alexander ali allan allen amin amoah anderson andrews anwar
appiah archer armstrong arnold arshad asante ashton aslam atkins atkinson austin awan aziz bailey baker baldwin balogun banda banerjee banks barber barker barlow barnes barnett barrett
barry bartlett barton bashir bates baxter begum bell bennett benson bentley berry bhatt bhatti bibi birch bird bishop black blackburn blake bolton bond booth bowen bowers boyd boyle
bradley bradshaw brady brennan briggs brookes brooks brown browne bryan bryant buckley bull burgess burke burns burrows burton butcher butler byrne cameron campbell carey carpenter carr
carroll carter cartwright chambers chan chandler chapman charles chaudhry chauhan cheung choudhury chowdhury christie clark clarke clayton clements cole coleman coles collier collins
conway cook cooke cooper cox craig crawford cross cunningham curtis dale daly daniels das dasgupta davey davidson davies davis dawson day dean dennis desai dhillon dias dickson dixon
dobson docherty doherty donaldson donnelly douglas doyle duffy duncan dunn dyer edwards elliott ellis emerson evans farah farooq farrell faulkner ferguson fernandes field finch fisher
fitzgerald fleming fletcher flynn foley forbes ford foster fowler fox francis franklin fraser freeman french frost fuller gallagher gardiner gardner garner george ghosh gibbons gibbs
gibson gilbert giles gill glover goddard godfrey gomes goodman goodwin gordon gough graham grant gray green greenwood gregory griffin griffiths grzelak guest gupta hale hall hamilton
hammond hancock hanson harding hardy hargreaves harper harris harrison hart hartley harvey haque hasan hassan hawkins hayes haynes hayward healy heath henderson henry herbert hewitt hicks
higgins hill hilton hobbs hodgson holden holland holloway holmes holt hooper hope hopkins horton houghton howard howarth howe howell howells hudson hughes humphreys hunt hunter hurst
hussain hussein hutchinson hyde ibrahim ingram iqbal islam jackson jacobs jahan james jamieson jarvis jenkins jennings jensen john johnson johnston jones jordan joseph joshi joyce kaminski
kamara kane kapoor kaur kaya kay kelly kemp kennedy kenny kent kerr khalid khan khatun king kirby kirk knight knowles kaczmarek kowalczyk kowalska kowalski kumar lal lamb lambert lane
law lawrence lawson le leach lee lees leonard leslie levy lewandowski lewis lim lin little lloyd long lopez lord lowe lucas lynch lyons macdonald mackay mackenzie maclean macleod
mahmood malik manning mann marsh marshall martin martinez mason matthews may mbeki mcbride mccann mccarthy mccormack mccormick mcdonald mcdonnell mcgrath mcgregor mcguire mcintosh mcintyre
mckay mckenna mckenzie mclaughlin mclean mcleod mcmahon mcmillan mcnally mehmood mellor mensah metcalfe middleton miles mill millar miller mills mistry mitchell mohamed mohammed moore moran
moreno morgan morley morris morrison morton moss muhammad mukherjee munir murphy murray mustafa nair naqvi nash naylor neal ncube nelson newman newton nguyen nicholls nicholson nixon
noble nolan norman norris norton novak nowak nunn oakley obi obrien oconnell oconnor odonnell ogunleye ohara okafor okeke okonkwo oleary oliver omalley omar oneill onyango oreilly osborne
osman osullivan oconnell owen owens owusu page palmer parker parkes parkin parkinson parmar parry parsons patel paterson patterson paul payne peacock pearce pearson peck pereira perkins
perry peters petrov pham phillips pickering piotrowski pollard poole pope popescu porter potter potts powell power pratt preston price pritchard pugh quinn qureshi rahman raja rana randall
rashid rathore raza reed rees reeves rehman reid reilly reynolds rhodes rice richards richardson riley roberts robertson robinson robson rodgers rodrigues rogers rose ross rossi rowe
rowley russell ryan sadiq saeed saleem salim samuel sanders sanderson santos saunders savage schofield scott sesay sexton shah shaikh sharma sharp shaw sheikh shelton shepherd sheridan
short siddiqui silva simmons simpson sims sinclair singh skinner slater smart smith snow solanka somerville spence spencer stanley steele stephens stephenson stevens stevenson stewart
stokes stone storey stuart sullivan summers sutherland sutton sweeney swift sykes szymanski tahir tait talbot tan taylor terry thomas thompson thomson thorne thornton thorpe todd tomlinson
townsend tran tucker turnbull turner tyler tyrrell uddin underwood vaughan verma vincent virk wade wagner walker wall wallace wallis walsh walters walton wang ward warner warren warsame waters
watkins watson watts weaver webb webster wells welch west weston wheeler whitaker white whitehead whitehouse whittaker wiggins wilkins wilkinson williams williamson willis wilson winter wisniewski
wojcik wong wood woods woodward wright wyatt yang yates yilmaz young younis yusuf zaman zhang zielinski`);
