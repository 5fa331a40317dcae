/// First names of people whose families came from elsewhere, the commonest first.
///
/// Written from general knowledge; `_` stands for a space.
enum OtherFirstNames {
  static let womenPolish = """
    Anna Katarzyna Małgorzata Agnieszka Magdalena Joanna Monika Ewa Aleksandra Justyna Karolina \
    Natalia Dorota Beata Iwona Marta Patrycja Sylwia Izabela Paulina Weronika Kinga Edyta Renata \
    Aneta Barbara Dominika Zuzanna Ewelina Kamila Elżbieta Danuta Halina Bożena Urszula Wioletta
    """
  static let menPolish = """
    Piotr Krzysztof Andrzej Tomasz Paweł Jan Michał Marcin Jakub Adam Marek Łukasz Grzegorz \
    Mateusz Wojciech Mariusz Dariusz Kamil Rafał Robert Jacek Bartosz Dawid Maciej Przemysław \
    Zbigniew Sławomir Szymon Sebastian Radosław Artur Damian Jarosław Mirosław Tadeusz Leszek
    """
  static let womenRomanian = """
    Maria Elena Ioana Andreea Ana Mihaela Cristina Daniela Alexandra Gabriela Alina Simona \
    Raluca Georgiana Roxana Oana Diana Adriana Mirela Loredana Corina Nicoleta Monica Carmen \
    Laura Irina
    """
  static let menRomanian = """
    Andrei Alexandru Ion Mihai Cristian Adrian Florin Marian Daniel Ionut Bogdan Gabriel Vlad \
    Razvan Stefan Catalin Sorin Cosmin Ciprian Lucian Marius Nicolae Radu Dragos Flaviu Octavian
    """
  static let womenHindu = """
    Priya Anjali Pooja Neha Sunita Anita Meena Rekha Nisha Kavita Deepa Geeta Asha Shilpa Sneha \
    Rani Divya Swati Jyoti Preeti Hema Nita Bhavna Hetal Komal Krupa Minal Nimisha Heena Jaya \
    Lata Usha Urvashi Kajal Mala Aarti Seema Bhavika Daksha Hansa Kalpana Mina Pallavi Rupal \
    Sheetal Sonal Trupti Varsha Vidya Aarna Aashi Riya Isha Kavya Meera Nikita Radhika Shreya \
    Tanvi Darika
    """
  static let menHindu = """
    Raj Amit Sanjay Vijay Anil Sunil Rakesh Rajesh Suresh Ramesh Ashok Dinesh Mahesh Manoj \
    Nilesh Nitin Pankaj Pradeep Prakash Rahul Rohit Sachin Sandeep Vikram Vishal Ajay Arun \
    Bharat Chirag Deepak Dhruv Dipesh Hardik Hitesh Jayesh Jignesh Kamlesh Ketan Kiran Kunal \
    Mehul Mitesh Mukesh Naresh Neel Paresh Parth Rishi Samir Shyam Tejas Tushar Umesh Yash Aarav \
    Arjun Karan Nikhil
    """
  static let womenSouthIndian = """
    Bindu Sheeba Jincy Anu Reena Mini Sini Jisha Jincymol Deepthi Asha Lissy Beena Shiny Tessy \
    Rincy Anju Blessy Jaya Lakshmi Sindhu Soumya Sreeja Remya Resmi Smitha Jessy Aleyamma Mercy \
    Elsy Leena Ancy Merin Neethu Athira Kavitha Malathi Revathi Vijaya Padma Saraswathi Sujatha \
    Uma Vasanthi
    """
  static let menSouthIndian = """
    Jose Biju Shaji Saji Jijo Binu Sibi Jomon Anoop Sunil Tijo Roy Shibu Manoj Rajan Suresh \
    Sajan Jobin Ajith Arun Karthik Senthil Ravi Ganesh Murali Muthu Prakash Rajesh Ramesh \
    Saravanan Siva Srinivas Venkatesh Vijay Balaji Harish Mahesh Naveen Prasad Krishnan Raghavan \
    Gopal Bala Mathew
    """
  static let womenMuslim = """
    Fatima Aisha Ayesha Zainab Khadija Maryam Amina Sana Saima Shazia Nazia Rukhsana Nasreen \
    Samina Farzana Farah Sadia Hina Rabia Iqra Sumaira Uzma Zara Noor Nadia Yasmin Shabana \
    Rehana Tahira Parveen Naseem Bushra Asma Humaira Kiran Mehwish Nabila Naila Rashida Razia \
    Robina Safia Salma Shaheen Shamim Sobia Tasleem Zahra Zeenat Halima Hafsa Sumaya Hodan Ifrah \
    Leyla Sahra Jannat Nusrat Rahima Shirin Taslima Nazma Mahbuba Sultana Anika Tahmina Sharmin \
    Leila Mariam Rania
    """
  static let menMuslim = """
    Mohammed Muhammad Mohammad Ahmed Ali Imran Asif Usman Hassan Bilal Omar Adnan Abdul Zahid \
    Tariq Khalid Rashid Nadeem Kashif Faisal Shahid Amir Javed Wasim Naveed Sajid Arshad Aamir \
    Waqas Hamza Ibrahim Yusuf Ismail Haroon Irfan Junaid Kamran Majid Nasir Nauman Qasim Rizwan \
    Saeed Salman Saqib Shakeel Sohail Tahir Umar Yasir Zubair Zeeshan Abdullah Abdirahman \
    Mahmoud Mustafa Karim Rahim Shafiq Anwar Iqbal Jamal Kabir Mizanur Habibur Shah Nazrul Rafiq \
    Omeir Sabil Hussein Samir
    """
  static let sikhBeginnings = """
    Har Gur Man Jas Sukh Bal Kul Dal Am Par Raj Sat Nav Ran Ravin Jat Tej
    """
  static let sikhEndings = "preet jit deep inder vinder want bir meet pal dev"
  static let womenYoruba = """
    Folake Funmilayo Yetunde Omolara Titilayo Abiola Bolanle Adenike Olufunke Temitope Ayodele \
    Kemi Bukola Ronke Sade Modupe Morenike Oluwaseun Olayinka Omotola Foluke Iyabo Abosede \
    Adebisi Ibironke Omobola Olasunmbo Simisola Tolulope Damilola Oyinkansola Adeola Busola \
    Yewande
    """
  static let menYoruba = """
    Adebayo Olusegun Babatunde Ayodeji Olumide Oluwaseun Femi Kayode Tunde Adewale Olamide \
    Gbenga Kunle Segun Rotimi Dapo Akinola Olanrewaju Temidayo Adeyemi Ayo Tobi Bolaji Wale Dele \
    Niyi Taiwo Kehinde Idowu Omobobola Ajala Abayomi Adedayo Ifedayo Oladipo Olatunji
    """
  static let womenIgbo = """
    Ngozi Chioma Ifeoma Amaka Chinyere Nkechi Ada Uche Obioma Adaeze Chidinma Ebere Oluchi Nneka \
    Uchenna Onyinye Kosisochukwu Ogechi Chiamaka Amarachi Ugochi Blessing Patience Grace Comfort
    """
  static let menIgbo = """
    Chinedu Emeka Obinna Ikechukwu Chukwuemeka Uchenna Kelechi Nnamdi Chidi Okechukwu Ifeanyi \
    Ugochukwu Chibuzo Chijioke Tobechukwu Kenechukwu Obiora Azubuike Onyekachi Emmanuel Sunday \
    Godwin Innocent
    """
  static let womenGhanaian = """
    Abena Akosua Ama Afia Adwoa Yaa Efua Esi Akua Araba Mercy Comfort Grace Gifty Vida Felicia \
    Beatrice Joyce Cecilia Dorcas Esther Charity Patience Rita Matilda Georgina Janet Gloria \
    Doris Abigail
    """
  static let menGhanaian = """
    Kwame Kofi Kwabena Yaw Kwaku Kojo Kwasi Ebo Nana Emmanuel Samuel Isaac Daniel Ebenezer \
    Joseph Francis Prince Eric Stephen Michael Richmond Frederick Augustine Charles Bernard \
    Ernest Felix
    """
  static let womenZimbabwean = """
    Tendai Rumbidzai Chipo Nyasha Tsitsi Rudo Chiedza Memory Precious Sibongile Nokuthula \
    Thandiwe Sithembile Tatenda Shamiso Fungai Loveness Privilege Patience Beauty Nomsa Ruvimbo \
    Sandra Caroline
    """
  static let menZimbabwean = """
    Tafadzwa Tendai Takudzwa Farai Tatenda Tinashe Simbarashe Munyaradzi Blessing Innocent \
    Nkosana Themba Sibusiso Tawanda Kudakwashe Edmore Lovemore Trust Wellington Givemore Admire \
    Knowledge
    """
  static let womenFilipino = """
    Maria Mary_Jane Jennifer Rowena Maricel Rosalie Cherry Michelle Analyn Jocelyn Marites \
    Josephine Mary_Grace Liezl Arlene Imelda Maribel Lorna Charito Rhea Sheryl Catherine Grace \
    Rosemarie Gemma Jenalyn Lovely Princess Evangeline Luzviminda Corazon Editha Ma._Theresa \
    Aileen Melanie Girlie
    """
  static let menFilipino = """
    Michael John Mark Christian Jose Rommel Ronald Jerome Ryan Joel Arnel Dennis Ramil Rodel \
    Allan Jeffrey Reynaldo Rodolfo Edgar Ferdinand Jayson Marlon Noel Roderick Romeo Danilo \
    Ernesto Efren
    """
  static let womenIberian = """
    Maria Ana Carla Marta Sofia Beatriz Inês Catarina Joana Mariana Carmen Lucía Paula Cristina \
    Elena Isabel Rocío Laura Patrícia Sandra Raquel Teresa Pilar Mónica Rosa Graciela Estefanía \
    Apolonia Francesca Chiara Giulia Valentina Silvia Paola Alessandra Lorenza Federica Lara \
    Rita Fátima
    """
  static let menIberian = """
    José João António Carlos Manuel Pedro Luís Miguel Tiago Ricardo Nuno Bruno Hugo Rui André \
    Javier Francisco Alejandro Pablo Sergio Álvaro Diego Rafael Jesús Marco Giuseppe Luca Andrea \
    Alessandro Matteo Davide Francesco Paolo Stefano Roberto Antonio Fernando Jorge Alberto \
    Vasco
    """
  static let womenChinese = """
    Mei Ling Xin Yan Hui Ying Wei Li Jing Min Fang Yee Siew Suet Wing_Yan Ka_Yan Hoi_Yan \
    Xiaoling Pui Mei_Ling Qian Na Yuk Joyce Grace Vivian Cindy Winnie Fiona Amy
    """
  static let menChinese = """
    Wei Ming Jun Hao Chun Kin Ho Wai Jian Kai Lok Siu Kwok Tsz Chi_Keung Ka_Ming Man Feng Bo Zhi \
    Kevin Jason Raymond Eric Vincent Andy Wai_Lun Hin
    """
  static let yorubaEndings = """
    seun wale tosin lola tunde femi dayo kunle tobi wunmi sola nike bisi bunmi
    """
  static let rareHindu = """
    Ankita Archana Avni Bijal Chandni Charu Darshana Dimple Falguni Gita Harsha Hina Ila Jagruti \
    Janki Jasmin Jignasha Kiran Kokila Kruti Leena Madhuri Manisha Manjula Megha Mital Monika \
    Mrunal Namrata Niral Parul Pratibha Purnima Ranjan Reshma Ritu Roshni Sangita Sarla Savita \
    Shobha Smita Sonia Sushma Tejal Urmila Vaishali Vandana Vibha Yogita Abhishek Akash Aniket \
    Bhavesh Bhupendra Dhaval Divyesh Gaurav Girish Gopal Harish Hemant Jatin Jitendra Kalpesh \
    Kishan Lalit Manish Mayur Milan Nayan Pratik Pritesh Rajiv Ravindra Ritesh Rupesh Sagar \
    Sanjiv Shailesh Shashi Siddharth Tarun
    """
  static let rareMuslim = """
    Abida Adeela Afshan Aliya Amber Ambreen Aneela Arooj Asiya Azra Benazir Faiza Farhat Fauzia \
    Ghazala Gulshan Habiba Hajra Hamida Huma Ishrat Javeria Khalida Kulsum Lubna Maha Mahnoor \
    Mariyah Mehreen Misbah Munazza Nafisa Nargis Neelam Nighat Nosheen Rabeea Rafia Ruqayyah \
    Sabah Sabina Saira Sameera Sehrish Shagufta Sidra Syeda Tanzeela Tayyaba Ummara Wajiha Zakia \
    Zeba Abbas Abid Afzal Akhtar Akram Altaf Anees Aqib Atif Ayaz Azhar Babar Basit Danish Ehsan \
    Fahad Faheem Farhan Furqan Ghulam Habib Hasan Ihsan Ilyas Jabbar Jahangir Jawad Khurram \
    Liaqat Mansoor Maqsood Mazhar Mudassar Mushtaq Nabeel Nadir Noman Pervez Qaiser Rauf Riaz \
    Sabir Sajjad Shabir Shafqat Sharjeel Sufyan Suleman Tanveer
    """
}
