/*
 * Cities, towns, boroughs and counties of the United Kingdom, in small letters, hyphens as spaces. Put together by hand from general knowledge for
 * this project; no data set was copied, so no licence but the project's own applies. A village that is missing here is still marked by
 * its capital letter or by the word beside it (names-at-large.ts).
 */
export const PLACES: readonly string[] = `
aberdare,aberdeen,abergavenny,aberystwyth,abingdon,accrington,acton,aldershot,alnwick,altrincham,amersham,andover,anglesey,antrim,arbroath,armagh,arundel,ashby de la zouch,ashford,ashington,
aylesbury,ayr,bakewell,ballymena,banbury,bangor,barking,barnet,barnsley,barnstaple,barrow in furness,barry,basildon,basingstoke,bath,batley,battersea,beccles,bedford,bedfordshire,belfast,
berkshire,berwick upon tweed,beverley,bexhill,bexley,bideford,billericay,birkenhead,birmingham,bishop auckland,bishops stortford,blackburn,blackpool,blyth,bodmin,bognor regis,bolton,bootle,boston,
bournemouth,bracknell,bradford,braintree,brecon,brent,brentwood,bridgend,bridgnorth,bridgwater,bridlington,brighouse,brighton,bristol,brixham,brixton,bromley,bromsgrove,buckingham,buckinghamshire,
burnley,burton upon trent,bury,bury st edmunds,buxton,caerphilly,camberley,camborne,cambridge,cambridgeshire,camden,cannock,canterbury,cardiff,cardigan,carlisle,carmarthen,carnforth,castleford,
catford,chatham,cheadle,chelmsford,cheltenham,chepstow,cheshire,chester,chesterfield,chester le street,chichester,chippenham,chorley,cirencester,clacton,cleethorpes,clevedon,clitheroe,coalville,colchester,
colwyn bay,congleton,conwy,corby,cornwall,coventry,cramlington,crawley,crewe,crosby,croydon,cumbria,cwmbran,dagenham,darlington,dartford,dartmouth,darwen,daventry,deal,denbigh,deptford,derby,derbyshire,
dereham,derry,devizes,devon,dewsbury,didcot,diss,doncaster,dorchester,dorking,dorset,dover,droitwich,dudley,dumfries,dundee,dunfermline,dunstable,durham,ealing,eastbourne,east grinstead,east kilbride,
eastleigh,ebbw vale,eccles,edinburgh,elgin,ellesmere port,ely,enfield,epping,epsom,essex,evesham,exeter,exmouth,falkirk,falmouth,fareham,farnborough,farnham,felixstowe,fleet,fleetwood,folkestone,frome,
gainsborough,gateshead,gillingham,glasgow,glastonbury,glossop,gloucester,gloucestershire,goole,gosport,grantham,gravesend,grays,great yarmouth,greenock,greenwich,grimsby,guildford,gwynedd,hackney,halesowen,
halifax,hamilton,hammersmith,hampshire,haringey,harlow,harpenden,harrogate,harrow,hartlepool,harwich,haslemere,hastings,hatfield,havant,haverhill,hayes,haywards heath,hebden bridge,helston,hemel hempstead,henley,
hereford,herefordshire,hertford,hertfordshire,hexham,heywood,high wycombe,hinckley,hitchin,hoddesdon,holyhead,honiton,horsham,hounslow,hove,hucknall,huddersfield,hull,hunstanton,huntingdon,hyde,ilford,ilfracombe,
ilkeston,ilkley,inverness,ipswich,islington,isle of wight,jarrow,keighley,kendal,kenilworth,kensington,kent,keswick,kettering,kidderminster,kilmarnock,kings lynn,kingston upon hull,kingston upon thames,kirkby,
kirkcaldy,knaresborough,knowsley,knutsford,lambeth,lancashire,lancaster,launceston,leamington spa,leeds,leek,leicester,leicestershire,leigh,leighton buzzard,leominster,letchworth,lewes,lewisham,leyland,leyton,
lichfield,lincoln,lincolnshire,lisburn,littlehampton,liverpool,livingston,llandrindod wells,llandudno,llanelli,london,londonderry,long eaton,loughborough,louth,lowestoft,ludlow,luton,lyme regis,lymington,
macclesfield,maidenhead,maidstone,maldon,malmesbury,malton,malvern,manchester,mansfield,margate,market drayton,market harborough,marlborough,maryport,matlock,melton mowbray,merthyr tydfil,merseyside,merton,
middlesbrough,middlesex,middleton,midsomer norton,milton keynes,minehead,mold,monmouth,morecambe,morley,morpeth,motherwell,nantwich,neath,nelson,newark,newbury,newcastle,newcastle under lyme,newcastle upon tyne,
newham,newhaven,newmarket,newport,newquay,newry,newton abbot,newton aycliffe,norfolk,northallerton,northampton,northamptonshire,northumberland,north shields,northwich,norwich,nottingham,nottinghamshire,nuneaton,
okehampton,oldbury,oldham,omagh,ormskirk,oswestry,otley,oxford,oxfordshire,paignton,paisley,peckham,pembroke,penarth,penrith,penzance,perth,peterborough,peterlee,petersfield,plymouth,pontefract,pontypool,pontypridd,
poole,portishead,portsmouth,port talbot,potters bar,powys,prescot,preston,prestatyn,prestwich,pudsey,radcliffe,ramsgate,rawtenstall,rayleigh,reading,redbridge,redcar,redditch,redhill,redruth,reigate,rhondda,rhyl,
richmond,ripley,ripon,rochdale,rochester,romford,romsey,rossendale,ross on wye,rotherham,rothwell,royston,rugby,rugeley,runcorn,rushden,rutland,ryde,rye,saffron walden,salford,salisbury,saltash,sandbach,sandwell,
scarborough,scunthorpe,seaford,seaham,sedgefield,selby,sevenoaks,sheffield,shipley,shrewsbury,shropshire,sittingbourne,skegness,skelmersdale,skipton,sleaford,slough,smethwick,solihull,somerset,southall,southampton,
southend,southport,southport,south shields,southwark,spalding,st albans,st austell,st helens,st ives,st neots,stafford,staffordshire,staines,stalybridge,stamford,stanley,stevenage,stirling,stockport,stockton on tees,
stoke on trent,stourbridge,stowmarket,stratford upon avon,streatham,stretford,stroud,sudbury,suffolk,sunderland,surrey,sussex,sutton,sutton coldfield,sutton in ashfield,swadlincote,swanage,swansea,swindon,tadcaster,
tameside,tamworth,taunton,tavistock,teesside,telford,tewkesbury,thetford,thirsk,thornaby,thurrock,tilbury,tiverton,tonbridge,torquay,totnes,tottenham,tower hamlets,trafford,trowbridge,truro,tunbridge wells,
tyneside,uckfield,ulverston,uttoxeter,wakefield,wallasey,wallsend,walsall,waltham forest,walthamstow,wandsworth,ware,warminster,warrington,warwick,warwickshire,watford,wednesbury,wellingborough,wellington,welwyn garden city,
west bromwich,weston super mare,westminster,wetherby,weymouth,whitby,whitehaven,whitley bay,whitstable,widnes,wigan,wigston,wilmslow,wiltshire,wimbledon,winchester,windermere,windsor,winsford,wirral,wisbech,witney,woking,
wokingham,wolverhampton,woodford,woolwich,worcester,worcestershire,workington,worksop,worthing,wrexham,yarm,yeovil,york,yorkshire`.replace(/\n/g, '').split(',');

/** Words beside which a capitalised name is a place: Oak Lane, Hillside Primary School. */
export const PLACE_NOUNS: ReadonlySet<string> = new Set(`
school academy nursery primary infants juniors college university hospital surgery clinic church chapel mosque temple court street road lane avenue close drive crescent terrace gardens grove way
park centre house library station square row hill green village estate preschool playgroup prison farm`.trim().split(/\s+/));
