extension NicknameTable {
  /// Welsh, Irish and Scottish names.
  static let celtic = """
    aled al
    alwyn al alun
    angharad ann harri
    angus gus
    aoife eva ee
    aonghus angus gus
    archibald archie baldie
    bethan beth
    branwen bran bronwen
    breandan brendan
    brendan bren
    bronwen bron bronwyn
    cadwallader cad
    caitriona catriona cait trina katrina riona
    callum cal calum malcolm
    caoimhe keeva keva queeva
    caron caz
    catrin cat cati catherine
    catriona cat tri trina catherine riona
    ceri kerry
    ciara keira kiera ciera
    ciaran kieran kier
    clodagh clo
    colm colum callum malcolm
    conor connor con
    cormac mac
    dafydd dai dave david daf
    daibhi david dave
    deirdre dee
    dermot der
    diarmuid dermot diarmaid jerry
    dilwyn dil
    dilys dil
    domhnall donal donald
    donal donald don
    dougal doug
    eamonn eamon edmund ned
    eilidh ailie helen ellie
    eilis eilish elizabeth liz
    eimear emer
    eirlys eirly
    elen ellen helen
    eleri el leri
    emyr em
    eoghan owen euan ewan eugene
    eoin owen ian john
    euan ewan ewen
    fergus gus ferg
    ffion fi fion
    finlay fin finn findlay
    fionn finn
    fionnuala nuala fionn finola
    fraser fraz
    gareth gaz gar
    geraint ger gerry
    gerallt gerald
    glyn glynn
    grainne grania
    gwenllian gwen llio
    gwilym will gwil william
    gwyneth gwen gwyn
    gwynfor gwyn
    hamish james
    huw hugh
    hywel howell hyw
    ieuan evan ian iwan
    iolo iorwerth
    iseabail ishbel isobel
    islay isla
    iwan ieuan evan
    kirsty kirsten christine kirstie
    lachlan lachie lockie
    liam william
    llewellyn llew lyn llywelyn
    maeve medb meadhbh meabh
    maire mary maura moira
    mairead margaret peig maired
    mairi mary
    malachy mal
    maureen mairin mo
    meredith merry
    mhairi vhairi mairi
    micheal michael mick
    moira maura
    morwenna wenna
    muireann murine
    murdo murdoch
    myfanwy myf fanwy
    nerys nez
    neve niamh
    nia rhiannon
    niall neil
    niamh neve
    oisin osh
    orla orlagh orlaith
    padraig patrick paddy pat padraic podge
    patrick padraig paddy pat
    proinsias francis frank
    rhiannon rhi nan
    rhys reese
    roisin rose ro
    rory ruairi roderick
    ruairi rory ruaridh
    seamus shay james jim
    sean shaun shawn john shane
    seonaid shona janet
    shona seonaid
    sian sharn jane
    sinead jane nead
    siobhan shiv joan chevonne
    sioned jane
    sorcha sarah sally
    steffan steff steve
    tadhg tim teague timothy
    tegwen teg
    tomos tom thomas
    torquil torq
    tudur tudor
    una oona oonagh winnie
    wyn wynn
    """

  /// Polish and other European names.
  static let european = """
    agata aga agatha
    agnieszka aga agnes agusia
    aikaterini katerina kat katie
    alejandro alex ale
    aleksander alek olek alex
    aleksandra ola ala alex sandra
    alessandro ale alex sandro
    alicja ala
    andreas andy
    andrzej andrew jedrek andy
    angeliki angie
    anna ania ana anka hania
    antoni antek tony
    antonio toni tony tonio
    athanasios thanasis sakis
    barbara basia baska
    bartlomiej bartek bart bartosz
    beata bea beatka
    bogdan bob
    boguslaw bogdan bogus
    bozena bozenka
    carmen carmela
    cezary czarek
    christos chris
    concepcion concha conchita
    constantin costel costin
    cristina cris tina
    czeslaw czesiek
    damian dan
    danuta danka dana
    dariusz darek dariuz
    dimitrios jimmy dimitris
    dmitri dima
    dolores lola
    dominik domi dom
    dorota dora dorotka
    edyta edith
    ekaterina katya kate
    elena lena nela
    eleni helen lena
    elzbieta ela elka elizabeth
    esperanza espe
    ewa ewka eva
    ewelina ewa evelina
    francisca paca paqui
    francisco paco pancho fran kiko
    franciszek franek frank
    gabriela gabi gabrysia
    georgios george yorgos
    gheorghe gigi george
    giovanni gianni vanni
    giulia giulietta
    giuseppe beppe peppe
    graciela chela gracie
    grazyna grazynka
    grzegorz greg grzesiek
    guadalupe lupe
    halina hala halinka
    hanna hania ania
    henryk heniek henry
    ignacio nacho
    ilona ila
    ioana oana
    ioannis yannis john
    ion ionut ionel
    irena irenka
    isabel isa bel
    iwona iwonka yvonne
    izabela iza bella
    jacek jack
    jadwiga jadzia
    jakub kuba jacob jake
    jan janek jas john
    janusz janek
    jaroslaw jarek
    jerzy jurek george
    jesus chus
    joanna asia joasia aska jo
    joao jo
    jolanta jola
    jorge george
    jose pepe joe ze
    jozef jozek joe
    julita julia
    justyna justa
    kamil kamilek
    kamila kama
    karolina karola kara caroline
    katarzyna kasia kaska kate kathy kasienka
    kazimierz kazik kaz
    kinga kinia
    konstantinos kostas costas dinos
    krystyna krysia christine
    krzysztof krzysiek kris chris krzys
    lech leszek
    leszek lech
    lidia lidka
    lorenzo enzo renzo lorenza
    lucja lucia lucy
    luis lucho
    lukasz luke lucas
    maciej maciek mac
    magdalena magda maggie lena
    malgorzata gosia malgosia margaret gocha
    manuel manolo manny
    marcin martin
    maria marysia maja mary mari mia
    mariusz mario
    marta martusia
    mateusz mati matt matthew
    mercedes merche
    michal michael mike
    mieczyslaw mietek
    mihaela miha
    mihai misu mike
    mikhail misha mike
    miroslaw mirek
    miroslawa mirka
    monika nika mon
    natalia nat natalka talia
    nicolae nicu
    nikolaos nikos nick
    oksana ksenia
    oleksandr sasha alex oleks
    panagiotis panos takis
    patrycja pati pat
    patryk pat
    pawel paul
    pedro pete
    pilar pili
    piotr piotrek peter pete
    przemyslaw przemek
    radoslaw radek
    rafael rafa
    rafal raf
    renata rena
    robert robek
    roberto rob berto
    roman romek
    rosario charo
    ryszard rysiek richard
    salvatore toto salvo
    sebastian seba
    slawomir slawek
    stanislaw staszek stan stas
    stavros steve
    stefan stefek steve
    svetlana sveta lana
    sylwia sylvia
    szymon simon
    tadeusz tadek ted
    tatiana tanya
    teresa tere
    tomasz tomek tom
    urszula ula ursula
    vasile vasi
    vasilios bill vasilis
    vincenzo enzo
    vladimir vlad vova
    volodymyr vova
    waldemar waldek
    weronika wera nika
    wieslaw wiesiek
    wieslawa wiesia
    wiktoria wika vicky
    witold witek
    wladyslaw wladek
    wojciech wojtek voytek
    yevgeni eugene zhenya
    zbigniew zbyszek zbig
    zdzislaw zdzisiek
    zofia zosia sophie
    zuzanna zuza
    """
}
