extension NicknameTable {
  /// South Asian, Arabic and other Asian names, with their usual second spellings.
  static let southAsian = """
    abdul abdool abdulla
    abdullah abdulla abdallah abs
    abhishek abhi
    aditi adi
    aditya adi
    ahmed ahmad ahmet achmed
    aisha ayesha aysha aesha eesha asha
    ajay aj
    akash aki
    akshay aki ak
    ali aly
    amandeep aman mandy deep
    amarjit amar
    amina ameena aminah
    amir ameer aamir
    amit amitabh
    amrit amy amrita
    anand andy
    anil neil
    anita neeta anu
    anjali anju anji
    ankita anki
    anupama anu
    anuradha anu radha
    aparna apu
    aravind arvind
    arjun ajju aj
    arshad ash
    ashish ash
    ashok ash
    asif aasif
    asma asmaa
    atif aatif
    ayesha aisha aysha ash
    balbir bal
    baljinder bal baljit
    baljit bal balj
    balwinder bal
    bhavesh bhav
    bhavna bhavini
    bilal bilaal billy
    catherine cathy
    chandra chander chand
    chandrasekhar chandra sekhar
    charanjit charan
    daljit dal
    davinder dav dave
    deepa deepti dee
    deepak dee deep dip
    dhruv dru
    dilip dil
    dinesh dino din
    divya div
    fahad fahd
    faisal faizal fais
    faizan faiz
    farah fara
    farhan fari
    farhana farah
    farooq faruk farouk
    fatima fatimah fati fatema fathima fatma
    ganesh gan
    gaurav gav
    geeta gita
    gopal gopi
    gurdeep deep gary guru
    gurmeet guru gurmit
    gurpreet gurp preet
    guru gurinder
    habib habeeb
    hamza hamzah
    harbhajan bhajan
    hardeep deep harry
    hari hary
    harish harry
    harjinder harj jinder
    harjit harj harry
    harminder harry minder
    harpreet harp preet
    harsha harsh
    hassan hasan
    hemant hem
    hina heena
    hiren hiro
    hussain hussein husain hossain hussien
    ibrahim ebrahim abe ib
    imran immy imi immi
    inderjit inder
    iqbal ikbal
    irfan irf
    ishaan ish
    ismail esmail ish
    jagdeep jag
    jagdish jag
    jagjit jag
    jahangir jangir
    jameel jamil
    jasbir jas
    jaspreet jas jaz jazz
    jaswinder jas jazz
    jatinder jat
    jaya jay
    jayanti jay
    jayesh jay
    jennylyn jenny
    jignesh jig
    jitendra jitu jit
    junaid juned
    jyoti joti jo
    kamal kam kamaal
    kamaljit kam kamal
    kamran kam kami
    karan kaz
    karim kareem
    kavita kavi kavitha
    khadija khadijah kadija
    khalid khaled
    khurram kurram
    kiran kiron
    kirit kit
    kishore kish
    krishna kris krish
    krishnan krish
    kuldeep kully deep
    kulvinder kully kul
    kulwinder kully kul
    lakhbir lucky
    lakshmi laxmi
    lalita lali
    leila layla laila leyla
    madhavi madhu
    madhuri madhu
    mahendra mahen
    mahesh mash
    mahmood mahmoud mehmood
    mandeep mandy deep manny
    manish manny mani
    manisha manny mani
    manjinder manj
    manjit manj manny
    manpreet manny preet
    mariam maryam miriam mariyam
    maricel cel
    marites tess
    maryam mariam mary
    meena mina
    meenakshi meena
    mehreen mehr
    mehul mel
    mohammad mohammed muhammad mohamed muhammed mo mohd mohamad
    mohammed mohammad muhammad mohamed muhammed mo mohd mohamad
    mohan mo
    mohinder mo mohin
    muhammad mohammad mohammed mohamed muhammed mo mohd mohamad
    mukesh muk
    mumtaz taz
    mustafa mustapha mus
    nadeem nad nadim
    nadia nadiya
    nadira nadi
    naeem naim nayeem
    nagaraj raj
    nandini nandu
    narendra naren
    naresh nari
    narinder nari nin
    nasir naseer
    nasreen nasrin naz
    navdeep nav deep
    naveed navid nav
    naveen navin nav
    nazia naz
    nazir nazeer naz
    neelam neel
    neha nehal
    nguyen win
    nikhil nik
    nilesh nil neil
    niraj neeraj
    nisha nish
    nishant nish
    nitin nit
    noor nur noora
    nusrat nus
    omar umar omer
    osman usman uthman
    padma padmini
    pankaj panks
    paramjit param pam
    parminder pam parm
    parveen parvin
    parvinder parv
    pooja puja
    poonam punam
    prabhjot prab
    pradeep prad deep
    prakash kash
    pranav pran
    prashant prash
    praveen prav pravin
    preeti priti
    prem premjit
    priya pri priyanka
    priyanka pri priya
    qasim kasim
    radha rad
    radhika radha
    raghav raghu
    rahim raheem
    rahman rehman
    rahul rah
    raj rajesh rajan raja
    rajan raj
    rajendra raj rajen
    rajesh raj
    rajinder raj
    rajiv raj rajeev
    rajwinder raj
    rakesh rocky rak
    ramesh ram
    ramya ram
    ranjana ranj
    ranjit ranj
    rashid rasheed rash
    rashida rasheeda
    ravi ravinder ravindra
    ravinder ravi rav
    rehana rihana
    rekha rekah
    reshma resh
    reynaldo rey
    riaz riyaz
    rizwan riz
    rohan ro
    rohit ro
    romeo romy
    rosalie rose
    rowena weng
    rukhsana ruksana roxana
    rupinder rup
    saad sad
    sachin sach
    sadia sadiya
    safia safiya sofia
    saif sayf
    saima sai
    sajid saj
    sakina sakeena
    salim saleem sal
    salma sal
    salman sal
    sameer samir sam
    samina sam
    sana sanaa
    sandeep sandy sunny deep
    sangeeta sangita geeta
    sanjay san jay
    sanjeev sanj
    sara sarah saara
    sarabjit sarb
    satinder sat
    satish sat
    satnam sat
    satwinder sat
    saurabh saurav
    shabana shab
    shabnam shab
    shaheen shahin
    shahid shaheed
    shahida shaheeda
    shaista shai
    shakeel shakil shak
    shamim shameem shams
    sharmila sharmi
    shashi shash
    shazia shaz
    shilpa shil
    shiv shiva
    shivani shiv
    shobha shobhana
    shreya shrey
    shruti shru
    siddharth sid
    siewling ling
    simran sim simi
    simranjit simran sim
    sita seeta
    smita smi
    sneha sne
    sobia sob
    sohail suhail
    sonal sona
    srinivas srini vas
    subhash sub
    sudha su
    sukhdeep sukh deep
    sukhjit sukh
    sukhvinder sukh
    sukhwinder sukh
    sumaira sumera sumayra
    suman sum
    sumit sam
    sunil sunny sun
    sunita sunny su
    suresh sur
    surinder sunny suri
    surjit surj
    sushma sush
    swati swat
    syed sayed said
    tahir taher
    tahira tahera
    talat tal
    tanvir tanveer tan
    tariq tarik taz
    tasneem taz tasnim
    tejinder tej
    tushar tush
    umar omar umer
    umesh um
    usha ush
    usman osman uthman oz
    vaishnavi vaish
    varun var
    venkatesh venkat
    vijay vij vj
    vikas vik
    vikram vik vicky
    vimal vim
    vinay vin
    vinod vin
    vipul vip
    vishal vish
    vivek viv
    waheed wahid
    waqar wak
    waseem wasim was
    wei way
    xiaoming ming
    yash yashpal
    yasmin yasmeen yas jasmine yasmine
    yogesh yogi
    younis yunus younus
    yousuf yusuf yousef yusef joseph youssef
    yusra yus
    zahid zaheed
    zahida zaheeda
    zahir zaheer zak
    zahra zara zarah
    zainab zaynab zeinab
    zakir zak
    zara zarah zahra
    zeeshan zee shan zishan
    zoya zo
    zulfiqar zulf
    """
}
