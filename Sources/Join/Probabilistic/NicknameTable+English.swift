extension NicknameTable {
  /// English and common British names.
  static let english = """
    abigail abi abbie abby gail
    adam ad addy
    adrian ade adie
    agnes aggie nessie
    alan al allan allen alun
    albert al bert bertie alby
    alexander alex alec al sandy xander zander lex sasha alasdair alistair alastair alister
    alexander aleksander
    alexandra alex alexa sandra sandy lexi lexie sasha ali alexandria aleksandra
    alexis alex lexi lexie
    alfred alf alfie fred freddie
    alice ali allie alicia alys
    alison ali allison alyson ally
    amanda mandy mandi manda
    amelia amy millie milly mia emilia amelie
    andrea andi andie andy drea
    andrew andy drew andi
    angela angie ange ang angel
    angelina angie lina angelica
    ann anne annie anna hannah nan nancy
    anthony tony ant antony tone anton antonio
    antonia toni tonia
    archibald archie
    arthur art artie
    ashley ash ashleigh lee
    barbara barb barbie babs bab
    barry baz bazza barrie
    beatrice bea bee trixie beatrix
    belinda bel bella linda
    benjamin ben benji benny bennie
    bernadette bernie detta
    bernard bernie
    bethany beth bethan betty
    beverley bev beverly
    bradley brad
    brenda bren
    bridget biddy bridie bridgette bridgit brigid
    bryan brian bri bryn brien
    calvin cal
    cameron cam
    carol carole caroline carolyn caz lyn
    caroline carol caro carrie caz lyn lynn carolyn
    catherine kate cath cathy kathy katie katy kat kitty cat kay katherine kathryn katharine
    catherine catharine catriona katrina kathleen karen caitlin kateryna
    cecilia cecily celia cissie
    charles charlie chas chuck chaz
    charlotte charlie lottie char lotte lotty carla
    chelsea chels
    cheryl sheryl chez cherie cher
    christina chris tina chrissie chrissy christine christie kirsty
    christine chris chrissie chrissy tina kirsty christina
    christopher chris kit topher christy christian kristopher
    claire clare clara clair
    clifford cliff
    clive cliveden
    colin col
    constance connie
    craig craigie
    cynthia cindy cyndi
    daniel dan danny danni dani
    danielle dani danni dan daniella ellie
    darren daz dazza
    david dave davey davy dai dafydd daffyd
    dawn dawnie
    deborah debbie deb debs debra debby
    denise dennie den neesy
    dennis den denny denis
    derek del derrick des
    desmond des dez
    diana di diane dianne dee
    diane di dianne diana dee
    dominic dom nick dominick
    donald don donnie
    donna don donnie
    dorothy dot dottie dolly dora thea
    douglas doug dougie duggie
    duncan dunc
    dylan dyl
    edith edie
    edmund ed eddie ned ted
    edward ed eddie ted teddy ned eddy edwin
    eileen aileen
    eleanor ellie nell nelly ella nora elle lena elinor elena leonora eleonora
    elizabeth liz lizzie beth betty bess bessie libby eliza liza lisa elsie betsy lizzy lilibet
    elizabeth elisabeth elspeth lisbeth
    ellen ellie nell helen elen nelly
    elsie elizabeth else
    emily em emmy millie emma emilie
    emma em emmie ems
    eric rick erik
    ernest ernie ern
    esther essie hester
    ethan eth
    eugene gene
    evelyn eve evie lyn eva
    faith fay
    felicity flick fliss lissie
    fiona fi fee
    florence flo flossie florrie
    frances fran fanny frankie franny francesca sissy
    francesca fran frankie chess chessie frances
    francis frank frankie fran
    franklin frank
    frederick fred freddie freddy rick frederic
    gabriel gabe gabby
    gabrielle gabby gabi gaby elle gabriella ella
    gareth gaz gary
    gary gaz gazza garry
    gavin gav
    gemma gem jemma gems
    geoffrey geoff jeff jeffrey
    george georgie geordie
    georgia georgie
    georgina georgie gina george georgia
    gerald gerry jerry ged
    geraldine gerry ger geri
    gerard gerry jerry ged
    gillian gill jill gilly jilly
    gladys glad
    glenn glen
    glenys glen
    gloria glo
    gordon gord gordy
    grace gracie
    graham grahame graeme gray
    gregory greg gregg
    guinevere gwen jennifer
    gwendoline gwen gwenda wendy
    hannah han hanna anna
    harold harry hal
    harriet hattie harri harry hatty
    harrison harry
    harry henry harrison harold
    hayley hailey haley
    hazel haze
    heather hev
    helen nell nellie lena ellen helena hel
    henrietta hettie etta henry
    henry harry hal hank
    hilary hil hils
    holly hol
    howard howie
    hugh huw hughie hugo
    ian iain
    imogen immy imo
    irene renee rene
    isaac ike zac
    isabella bella izzy issy isabelle isabel
    isabelle izzy issy bella belle isobel isabel
    isobel izzy issy bel isabel ishbel
    ivan van
    jack john jackie jacky
    jackson jack
    jacob jake jack
    jacqueline jackie jacqui jacky jac jacquelyn jaqueline
    james jim jimmy jamie jem jimmie hamish
    jamie james
    jane janey janie jayne janet jan
    janet jan jane jannie
    janice jan janis
    jasmine jas jaz jazz jasmin yasmin
    jason jay jase
    jean jeannie jeanie
    jeanette jean jan jeannette nettie
    jeffrey jeff geoff
    jennifer jen jenny jenni jenn jennie
    jeremy jerry jem jez
    jessica jess jessie jes
    jill gill jilly gillian
    joan joanie jo
    joanna jo joanne josie joey
    joanne jo joanna joey jojo
    jocelyn joss jo
    john jack johnny jon johnnie sean ian
    jonathan jon jonny john johnny nathan johnathan jonathon
    jordan jord
    joseph joe joey jo
    josephine jo josie jose posy
    joshua josh
    joyce joy
    judith judy jude judi
    julia julie jules
    julian jules julien
    julie jules julia
    juliet jules julie juliette
    justin just
    justine jus tina
    karen kaz karin karon
    karl carl
    katherine kate kath kathy katie katy kat kit kitty kay catherine kathryn kathrine
    kathleen kath kathy kate katie cath cathleen kay
    kathryn kate kath kathy katie katy kat
    keith keef
    kelly kel
    kenneth ken kenny
    kerry kez keri kerrie
    kevin kev
    kieran kier kiaran ciaran
    kimberley kim kimberly kimmy
    kirsten kirsty kirstie kirstin
    kristina kris kristi tina krystyna
    laura lori lauren laurie
    lauren loz laura loren
    laurence larry laurie lawrence lol loz
    lawrence larry laurie laurence
    leah lea
    leonard len lenny leo
    lesley les lesly
    leslie les
    lewis lou louis lew
    lillian lil lily lilly lilian
    lily lil lilian
    linda lin lindy lyn lynda
    lindsay linz lin lindsey lyndsey lynsey linsey
    lisa lis liza
    lorraine lori lol raine
    louis lou louie lewis
    louise lou lulu
    lucy luce lu lucie lucinda
    luke lucas luc
    lydia liddy
    lynn lyn lynne lin
    madeleine maddie mads maddy madeline lena madalyn
    malcolm mal malc
    marcus marc mark
    margaret maggie meg peggy marge madge margie greta maisie mags peg rita daisy margo megan
    maria marie mary mia
    marian marion mary
    marilyn marlene lyn
    marjorie marge margie
    mark marc marcus
    martha marty mattie
    martin marty mart martyn
    mary molly polly may marie maria mae mamie
    matilda tilly tilda mattie maud
    matthew matt matty mat mathew
    maureen mo maur reen
    maurice mo moz morris
    maximilian max
    maxine max
    maxwell max
    megan meg meghan
    melanie mel melly
    melissa mel missy lissa
    mia maria amelia
    michael mike mick mickey micky mikey micheal mitch
    michelle shell shelly chelle shelley mich
    mildred millie milly
    miranda mandy randy
    mitchell mitch
    mohammed mo
    mollie molly
    monica mon monique
    morgan morgs
    nancy nan ann
    naomi nomi
    natalie nat natty tally nathalie
    natasha tash nat tasha tasja
    nathan nate nath nat nathaniel
    nathaniel nathan nate nat
    neil neal niall
    neville nev
    nicholas nick nicky nico nicolas nik nicki
    nicola nicky nic nikki nicki nikky nichola nicole
    nicole nicky nikki nic
    nigel nige
    norman norm
    oliver ollie olly ol
    olivia liv livvy ollie olly livi
    oscar ozzy
    pamela pam pammy
    patricia pat trish tricia patsy trisha patty pattie trice
    patrick pat paddy pad rick
    paul paulie
    paula pol
    pauline paul polly
    penelope penny pen
    peter pete
    philip phil pip phillip
    philippa pip pippa phillipa phil philipa
    phillip phil pip philip
    phoebe pheebs
    phyllis phyl
    priscilla cilla pris
    prudence pru prue
    rachael rachel rach rae
    rachel rach rachael rae shelley
    ralph ralf rafe
    raymond ray
    rebecca becky becca bex beck beccy becki rebekah
    reginald reg reggie rex
    rhiannon rhi
    richard rick dick rich ricky richie rik dickie
    rita margarita
    robert bob rob bobby robbie bert robin bobbie
    roberta bobbie
    robin rob
    robyn rob
    roderick rod roddy
    rodney rod
    roger rog
    roland rolly roly
    ronald ron ronnie
    rosalind ros roz rosie lindy
    rosamund ros roz rosie
    rose rosie
    rosemary rose rosie romy
    rosie rose rosemary
    rowena ro
    roxanne roxy
    russell russ rusty
    ruth ruthie
    ryan ry
    sally sal sarah
    samantha sam sammy sammi sami
    samuel sam sammy
    sandra sandy sand sandie
    sarah sara sally sadie sare sal
    scott scotty
    sebastian seb bas
    sharon shaz shazza
    sheila sheelagh shelagh
    shirley shirl
    sidney sid syd sydney
    simon si sime
    sonia sonya sonja
    sophia sophie sofia soph sofie zofia
    sophie soph sophia sofia
    stacey stace stacy
    stanley stan
    stella stel
    stephanie steph stevie stef
    stephen steve steven stevie steph ste stefan
    steven steve stephen stevie ste
    stewart stu stuart
    stuart stu stewart
    susan sue susie suzie suzy sukie su
    susanna sue susie suzanne susannah zanna
    suzanne sue suzie suzy susan suzanna
    sylvia syl silvia
    tabitha tabby
    tamara tammy tam
    tamsin tam tammy
    tara taz
    terence terry tel terrance
    teresa terry tess tessa theresa terri tracy resa
    theodore theo ted teddy
    theresa terry tess tessa teresa terri tracy resa treza
    thomas tom tommy thom
    timothy tim timmy
    toby tobias
    tracey trace tracy
    trevor trev
    tristan tris
    ursula ursie
    valerie val
    vanessa ness nessa van
    vera vee
    veronica ron ronnie vee vera roni
    victor vic
    victoria vicky vicki tori vic vikki vickie tory viki
    vincent vince vin vinny
    violet vi
    virginia ginny ginger
    vivien viv vivian vivienne
    walter wally walt
    warren waz
    wendy wend
    wilfred wilf fred
    william bill will billy liam willie wills
    winifred winnie freda fred
    yvonne eve vonny
    zachary zac zach zack zak
    zoe zo
    """
}
