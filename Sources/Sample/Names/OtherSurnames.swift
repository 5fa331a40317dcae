/// Surnames from beyond England, the commonest first, and the parts of which rarer ones are made.
///
/// Written from general knowledge; `_` stands for a space.
enum OtherSurnames {
  static let welsh = """
    Jones Davies Williams Evans Thomas Roberts Lewis Hughes Morgan Griffiths Edwards Owen James \
    Rees Jenkins Price Morris Richards Lloyd Phillips Parry Davis Harris Powell John Watkins \
    Bowen Pritchard Howells Humphreys Llewellyn Bevan Vaughan Ellis Pugh Rowlands Hopkins \
    Davies-Jones Meredith Prosser Probert Gwyn Nicholas Mathias Gough Hopkin Treharne Beynon \
    Cadwaladr Gwilym Penry Tudor Eynon Madoc Bebb Bithell Breese Craddock Daniel Gittins Havard \
    Kendrick Maddocks Mostyn Nevitt Onions Picton Protheroe Pumphrey Wynne Yorath
    """
  static let scottish = """
    Smith Brown Wilson Campbell Stewart Robertson Thomson Anderson MacDonald Scott Reid Murray \
    Taylor Clark Ross Watson Morrison Paterson Young Mitchell Walker Fraser Miller McDonald Gray \
    Henderson Hamilton Johnston Duncan Graham Ferguson Kerr Davidson Bell Cameron Kelly Martin \
    Hunter Allan Mackenzie Simpson Grant MacLeod Black McLean Mackay Wallace Sutherland Gibson \
    Kennedy Gordon Burns Marshall Craig Douglas Sinclair Munro Muir Milne Watt Macfarlane \
    Stevenson Crawford Ritchie Cunningham Millar Christie Findlay Buchanan Docherty McKay \
    McIntosh McGregor Macmillan McCallum McIntyre McKenna Dunbar Drummond Dalgleish Baird Laing \
    Forsyth Geddes Gillespie Gilchrist Girdwood Guthrie Hay Hendry Innes Jamieson Keir Laird \
    Leslie Lockhart Logan MacAulay MacBride MacInnes MacNeil MacPhail MacPherson MacQueen MacRae \
    Menzies Moffat Nairn Napier Orr Pollock Rankin Rennie Shand Sloan Spiers Strachan Tait \
    Tennant Urquhart Weir Wishart Yuill
    """
  static let irish = """
    Murphy Kelly O'Sullivan Walsh Smith O'Brien Byrne Ryan O'Connor O'Neill O'Reilly Doyle \
    McCarthy Gallagher O'Doherty Kennedy Lynch Murray Quinn Moore McLaughlin O'Carroll Connolly \
    Daly O'Connell Wilson Dunne Brennan Burke Collins Campbell Clarke Johnston Hughes O'Farrell \
    Fitzgerald Brown Martin Maguire Nolan Flynn Thompson Callaghan O'Donnell Duffy O'Mahony \
    Boyle Healy Shea White Sweeney Hayes Kavanagh Power McGrath Moran Brady Stewart Casey Foley \
    Fitzpatrick O'Leary McDonnell McMahon Donnelly Regan Donovan Burns Flanagan Mullan Barry \
    Kane Robinson Cunningham Griffin Kenny Sheehan Ward Whelan Lyons Reid Graham Higgins Cullen \
    Keane King Maher McKenna Bell Scott Hogan O'Keeffe Magee McNamara McAree McDermott McElroy \
    McGinley McGuinness McHugh McKeever McManus McNulty McQuaid McSorley Meehan Molloy Mooney \
    Mulcahy Mulligan Ni_Bhriain O'Dwyer O'Flaherty O'Gorman O'Grady O'Hara O'Malley O'Rourke \
    O'Shea O'Toole Rafferty Reilly Roche Scanlon Shanahan Sheridan Slattery Tierney Tobin Toner \
    Treacy Twomey
    """
  static let polish = """
    Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak \
    Dąbrowski Kozłowski Mazur Jankowski Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski \
    Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Nowakowski Majewski \
    Olszewski Stępień Malinowski Jaworski Adamczyk Dudek Pawlak Górski Nowicki Sikora Witkowski \
    Walczak Baran Rutkowski Michalak Szewczyk Ostrowski Tomaszewski Zalewski Pietrzak Jasiński \
    Marciniak Sadowski Bąk Duda Włodarczyk
    """
  static let polishStems = """
    Adam Bart Bielaw Bog Boryc Brzez Chmiel Czerw Dob Gaj Grod Jan Jawor Kal Kam Karp Klim Kos \
    Krak Krup Lip Lis Mal Marc Mik Mros Olsz Orl Paw Piotr Prus Rad Rog Rud Sad Sob Stan Szym \
    Tom Urban Wal Wasil Wil Wol Zab Zak Zaw Ziel
    """
  static let polishEndings = "owski iński czyk icki ewski ak ek iak owicz ewicz uk ik owiak alski"
  static let romanian = """
    Popa Popescu Ionescu Radu Stan Dumitru Stoica Gheorghe Matei Ciobanu Rusu Constantin Marin \
    Lazar Dinu Munteanu Moldovan Florea Serban Toma Dobre Nistor Sandu Tudor Barbu Stanescu \
    Ungureanu Neagu Oprea Cristea Voicu Enache Preda Manole Dragomir Filip Iancu Nedelcu Olteanu \
    Petrescu Albu Cojocaru
    """
  static let romanianStems = """
    Anghel Avram Balan Badi Bog Chiri Cost Danil Dim Dragul Geor Grig Han Ilies Lup Mihail Nast \
    Nicul Pan Petr Rot Simi Stef Tod Vasil Vlad Zamf
    """
  static let romanianEndings = "escu eanu aru oiu ache ici ov an ica"
  static let gujarati = """
    Patel Shah Desai Mehta Mistry Parmar Solanki Chauhan Joshi Sharma Kumar Gupta Singh Verma \
    Rao Pandya Modi Parekh Trivedi Vyas Bhatt Dave Gandhi Kapoor Malhotra Chopra Agarwal Bansal \
    Jain Kotecha Lad Lakhani Makwana Nayee Panchal Popat Raval Rathod Sachdev Sanghvi Saini \
    Sethi Soni Tailor Thakkar Thakrar Tanna Vaghela Vora Bhatia Bhanot Chandarana Dattani Dhokia \
    Gajjar Gohil Hirani Jethwa Kanabar Kerai Kotak Limbachia Madhvani Nathwani Odedra Pabari \
    Pindoria Raja Raichura Sodha Varsani Vekaria Chatterjee Banerjee Mukherjee Das Ghosh Sen \
    Bose Dutta Nair Menon Pillai Iyer Iyengar Reddy Naidu
    """
  static let gujaratiStems = """
    Amb Bhag Bhim Chand Dev Dhan Gop Hari Ind Jag Kal Kan Kesh Lakh Mad Man Megh Nar Nath Pit \
    Prab Pur Raj Ram Sav Sud Tul Vall Vish Vith
    """
  static let gujaratiEndings = "ani wala ia aria adia bhai ji iwal war kar ekar wani asia adi"
  static let southIndian = """
    Thomas Mathew Joseph Varghese George Philip John Jacob Kurian Abraham Chacko Cherian Antony \
    Sebastian Jose Paul Xavier Mani Nair Menon Pillai Krishnan Raman Nagarajan Subramaniam Kumar \
    Rajan Kannan Ramaswamy Natarajan Sundaram Venkatesan Iyer Reddy Rao Naidu Murthy Prasad \
    Varma Unnikrishnan
    """
  static let southIndianStems = """
    Rama Krishna Venkata Nara Chandra Bala Raja Siva Guru Jaya Kala Kuma Maha Muthu Naga Palani \
    Partha Sada Santhana Selva Shanmuga Subra Sunda Thanga Vaidya Vela Vija Ganga Kamala Ananda
    """
  static let southIndianEndings = """
    swamy nathan moorthy lingam sekhar raj kumar rajan samy pillai singham ratnam velu durai \
    mani
    """
  static let muslim = """
    Khan Ahmed Hussain Ali Begum Akhtar Malik Iqbal Mahmood Shah Bibi Mohammed Rahman Islam \
    Uddin Miah Hassan Mirza Chaudhry Aslam Ashraf Rashid Hussein Butt Sheikh Qureshi Siddiqui \
    Raza Nawaz Javed Abbas Aziz Bashir Farooq Ghani Hamid Haq Hashmi Ibrahim Ismail Jamil Kausar \
    Kazmi Khalid Khatun Latif Mahmud Majid Mohamed Mughal Munir Mustafa Naqvi Nazir Osman \
    Parveen Qadir Qasim Rafiq Rana Rehman Riaz Saeed Saleem Sarwar Shafiq Sharif Siddique Sultan \
    Sultana Syed Tariq Ullah Usman Wahid Warsame Yousaf Yusuf Zaman Zaheer Abdi Abdullahi Adan \
    Elmi Farah Jama Nur Omar Alam Alom Choudhury Haque Hoque Kabir Khanom Laskar Mia Talukder \
    Chowdhury Al-Hassan El-Sayed Abdelrahman Salah Mansour Nasser Haddad Khalil Saleh Aydin \
    Demir Kaya Yilmaz Ubaydullah
    """
  static let muslimStems = """
    Abdul Abu Fazal Ghul Habib Inam Jalal Kam Lutf Mansur Nas Obaid Qam Rahim Saif Shams Taj Wal \
    Zia Zahir
    """
  static let muslimEndings = "ullah uddin zai i an oor ari ani awi zada khel shah"
  static let sikh = """
    Singh Kaur Dhillon Gill Sandhu Sidhu Grewal Bains Dhaliwal Johal Sahota Virdee Atwal Basra \
    Bhogal Chahal Cheema Dhanda Dhami Dhesi Gosal Hayer Hundal Jandu Kang Khaira Lally Mahal \
    Mangat Mann Nagra Nijjar Panesar Purewal Rai Randhawa Sagoo Samra Sanghera Sangha Sekhon \
    Sohal Sohi Sond Takhar Thandi Toor Uppal Virk Aujla Badesha Bal Bhamra Birdi Chana Deol
    """
  static let yoruba = """
    Adeyemi Adebayo Ogunleye Oyelaran Adewale Olawale Balogun Akinola Afolabi Oladipo Adeleke \
    Olaniyan Oyekan Adekunle Ojo Alabi Bello Lawal Fashola Akande Ajayi Babalola Ogunbanjo \
    Oluwole Odukoya Olatunji Onifade Paimo Popoola Salami Sanni Shonibare Sowande Taiwo Adelusi \
    Omidina Falade Idowu
    """
  static let yorubaBeginnings = """
    Ade Olu Oye Ogun Ola Ayo Akin Ife Ibi Omo Fa Odu Osho Awo Abi Ode Oluwa Ojo Ere Osun
    """
  static let yorubaEndings = """
    bayo leke yemi wale sanya kunle mola niyi toye dele bola femi tunde biyi joke goke kanmi \
    gbemi rinde lola tola seun tayo dipo sola gbade wusi remi jobi kola yinka bode desi lami \
    nuga bisi shina fisayo
    """
  static let igbo = """
    Okafor Okoro Nwosu Eze Obi Okonkwo Nwachukwu Onyekachi Chukwu Okeke Nnamdi Uche Ibe Anyanwu \
    Onwuka Nwankwo Okoye Igwe Okoli Nwafor Onuoha Agu Ezenwa Udoh Effiong Etim Bassey Essien \
    Ekanem Edet Ugwu
    """
  static let igboBeginnings = """
    Chukwu Nwa Oko Eze Onye Uzo Ike Obi Ani Ama Uche Ndu Mba Ogu Ife Anya
    """
  static let igboEndings = """
    ma eka nna ji kwe bueze nonso ora chi efule uka ike ozie emeka agu neke obi ku
    """
  static let ghanaian = """
    Mensah Owusu Boateng Osei Appiah Asante Agyeman Amoah Addo Opoku Adjei Asamoah Antwi Sarpong \
    Frimpong Darko Acheampong Ofori Amponsah Gyamfi Boakye Annan Quaye Tetteh Lartey Nkrumah \
    Donkor Baidoo Arthur Essel Quansah Ampofo Bonsu Danquah Kyei Nyarko Poku Yeboah Abban Aidoo \
    Akoto Ansah Badu Dapaah
    """
  static let zimbabwean = """
    Moyo Ncube Sibanda Dube Ndlovu Mpofu Nyathi Chikwanha Mutasa Chirwa Banda Phiri Mwale \
    Mutsvairo Gumbo Hove Khumalo Marufu Mapfumo Mugabe Nkomo Shumba Tshuma Zulu Chigumba \
    Chinyoka Dlamini Gwanzura Kamara Kapfumvuti Machingura Madziva Makoni Manyika Maphosa \
    Marange Mashava Matambo Mhlanga Mudzingwa Munyoro Musarurwa Mushonga Nhamo Nyamande Rusike \
    Sithole Tembo Zvobgo Njoroge Kamau Wanjiru Mwangi Otieno Ochieng Odhiambo Kimani Mutua \
    Nakato Mukasa Kato
    """
  static let filipino = """
    Santos Reyes Cruz Bautista Garcia Mendoza Torres Castillo Flores Villanueva Ramos Aquino \
    dela_Cruz Fernandez Domingo Mercado Navarro Salazar Santiago Soriano Tolentino Valdez \
    Pascual Manalo Dizon Lim Tan Perez Rivera Gonzales Lopez Hernandez Aguilar Alvarez Bernardo \
    Cabrera Concepcion Corpuz David de_Guzman de_Leon del_Rosario Enriquez Evangelista Francisco \
    Galang Ignacio Javier Lacson Macaraeg Magno Natividad Ocampo Padilla Quiambao Sarmiento \
    Tiongson Umali Velasco Zamora
    """
  static let iberian = """
    Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gonçalves \
    Gomes Lopes Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira García Fernández González \
    Rodríguez López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz \
    Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Serrano Blanco \
    Molina Morales Ortega Delgado Castro Ortiz Rubio Marín Sanz Iglesias Núñez Medina Garrido \
    Cortés Castillo Lozano Guerrero Cano Prieto Pazos Montaña Rossi Russo Ferrari Esposito \
    Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Mancini Giordano Rizzo \
    Lombardi Moretti Sartori Diribarne
    """
  static let iberianStems = """
    Alv Barr Bel Can Card Carr Cast Cer Cord Del Esp Far Fer Gal Guer Herr Lar Mac Mald Mar Mont \
    Mor Nav Oliv Pal Parr Per Pin Quint Riv Rob Sal San Ser Tav Tor Val Var Veg Vill
    """
  static let iberianEndings = """
    eira eiro ado ero era ales ano ino oso ares ena ini etti elli one aro ella
    """
  static let chinese = """
    Wong Chan Lee Li Wang Zhang Chen Liu Lin Tan Ng Lim Cheung Lam Leung Ho Yang Huang Zhao Wu \
    Zhou Xu Sun Ma Zhu Hu Guo He Lau Yip Tang Fung Mak Kwok Tsang Chow Chu Hui Law Yuen Siu Poon \
    Lo Kwan Choi Tse Nguyen Tran Le Pham Hoang Phan Vu Dang Bui Do Ong Goh Teo Koh Chua Sim Yeo \
    Her Fong Kim Park Cho
    """
}
