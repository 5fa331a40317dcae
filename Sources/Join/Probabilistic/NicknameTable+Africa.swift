extension NicknameTable {
  /// West, East and southern African names.
  static let african = """
    abayomi yomi bayo
    abdi abdirahman abdullahi
    abdirahman abdi
    abdulkadir abdi kadir
    abdulrahman abdul rahman
    abena abenaa
    abimbola bimbo bola abi
    abiodun abi biodun
    abiola abi biola
    abisola bisola abi
    abosede bose
    adaeze ada daeze
    adaora ada
    adebayo bayo ade debayo
    adebisi bisi ade
    adebola bola ade
    adebowale wale debo ade
    adedayo dayo ade
    adekunle kunle ade
    adeleke leke ade
    adenike nike ade
    adeniyi niyi ade
    adeola ola ade deola
    aderonke ronke ade
    adesola sola ade
    adetokunbo toks ade tokunbo
    adetola tola ade
    adewale wale ade
    adeyemi yemi ade
    adjoa adwoa
    afia afua
    akinola akin
    akinwale akin wale
    akosua akos esi
    akua akuah
    ama amma
    amaka chiamaka
    amara amarachi
    amarachi amara
    aminata ami amina
    anuoluwapo anu
    araba abra
    asha aisha
    atinuke tinu nuke
    ayodeji ayo deji
    ayodele ayo dele
    ayokunle ayo kunle
    ayomide ayo mide
    ayotunde ayo tunde
    babajide jide baba
    babatunde tunde baba
    bolanle bola nle
    bukola bukky buky
    chiamaka amaka chi
    chibuike chibu
    chibuzo chibu buzo
    chidera dera chi
    chidi chidiebere
    chidinma chidi dinma chi
    chigozie gozie
    chijioke jioke chiji
    chika chikaodi
    chikaodili chika
    chima chimamanda
    chinedu nedu edu
    chinenye nenye
    chinonso nonso
    chinwe chinwendu
    chinyere chichi chi
    chioma chi oma
    chisom som
    chukwudi chudi
    chukwuemeka emeka
    chukwuma chuma
    damilola dami lola
    ebenezer eben
    ebere eberechukwu
    efua efe
    ejike eji
    ekene kene
    ekow kow
    emeka chukwuemeka emekus
    emmanuel emma manny manu
    enitan eni
    esi akosua
    faduma fatima
    farai faraimunashe
    fatou fatoumata
    fatoumata fatou fati
    florence flo
    folake fola
    folasade sade fola
    folashade shade fola
    fungai fungayi
    funmilayo funmi
    funmilola funmi lola
    gbenga oluwagbenga
    grace gracie
    hodan hodo
    ifeanyi ify
    ifeoluwa ife
    ifeoma ify ife
    ijeoma ij ijay
    ikechukwu ike iyke
    ikenna ike
    isioma isi
    itunu itunuoluwa
    iyabo iya
    jumoke olajumoke
    kayode kay
    kehinde kenny ken
    kelechi kele kc
    kofi koffi
    kolawole kola
    kudakwashe kuda
    kwabena kobby kobina
    kwadwo kojo kwadjo
    kwaku kweku
    kwame kwamena
    kwasi kwesi akwasi
    lateefat lateefah
    mamadou mamadu
    mariama mari
    mobolaji bolaji mobo
    modupe dupe
    mohamud mohamed mo
    mojisola moji
    morenike renike
    motunrayo motun
    munyaradzi munya
    nana naana
    ndidi ndidiamaka
    ndumiso ndu
    ngozi ngo ngozichukwu
    nkechi nk nkechinyere kechi
    nkiruka nki nkiru
    nnamdi namdi
    nneka neka
    nnenna nenna
    nokuthula noku thula
    nomvula vula
    nonhlanhla nhlanhla
    nonso chinonso
    nyasha nya
    obinna obi
    obioma obi
    oladele dele ola
    oladipo dipo ola
    olajide jide ola
    olajumoke jumoke ola
    olalekan lekan ola
    olamide ola mide
    olanrewaju lanre ola
    olatunde tunde ola
    olatunji tunji ola
    olawale wale ola
    olayemi yemi ola
    olayinka yinka ola
    olubunmi bunmi olu
    oluchi chi
    olufemi femi olu
    olufunke funke olu
    olufunmilayo funmi olu
    olukemi kemi olu
    olumide mide olu
    olumuyiwa muyiwa olu
    olusegun segun olu
    olusola sola olu
    oluwadamilola dami damilola
    oluwafemi femi olu
    oluwakemi kemi
    oluwaseun seun olu
    oluwaseyi seyi olu
    oluwatobi tobi
    oluwatobiloba tobi
    oluwatosin tosin olu
    oluwatoyin toyin olu
    omobolanle bola bolanle
    omolara lara omo
    omotayo tayo omo
    omotola tola omo
    omowunmi wunmi omo
    onyeka onyekachi
    onyinye onyi
    opeyemi ope yemi
    oreoluwa ore
    osas osasere
    oyebola oye bola
    oyindamola oyin
    oyinkansola oyin
    patience pat
    precious presh
    ronke aderonke
    rotimi oluwarotimi timi
    rumbidzai rumbi
    rutendo ru
    ruvimbo ruvi
    samson sam
    seun oluwaseun
    sibusiso sbu
    sikiru siki
    simbarashe simba
    simisola simi
    siphiwe sphiwe
    solomon sol
    somadina soma
    sunday sunny
    tafadzwa tafa
    taiwo tai
    takudzwa taku
    tanaka taku
    tapiwa tapi
    tatenda tate
    tawanda tawa
    temitayo temi tayo
    temitope temi tope
    tendai ten
    thandiwe thandi
    tinashe tina
    titilayo titi
    titilola titi lola
    tobenna tobe
    tokunbo toks
    tolulope tolu lope
    toluwani tolu
    tosin oluwatosin
    toyin oluwatoyin
    tsitsi tsi
    uchechukwu uche
    uchenna uche
    ugochi ugo
    ugochukwu ugo
    uzoamaka uzo amaka
    victoria vic
    vimbai vimbo
    wanjiku ciku
    wanjiru ciru
    wuraola wura
    yaa yaaba
    yaw yao
    yetunde yetty yeti
    yewande wande
    zainab zee
    """
}
