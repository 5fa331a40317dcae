/// First names usual in Britain, the commonest first, by sex and by when their bearers were born.
///
/// Written from general knowledge; `_` stands for a space.
enum BritishFirstNames {
  static let womenBornEarly = """
    Susan Julie Karen Jacqueline Deborah Tracey Jane Helen Diane Sharon Alison Tracy Carol \
    Angela Sandra Christine Linda Margaret Elizabeth Janet Patricia Amanda Lesley Gillian Lynn \
    Caroline Dawn Wendy Jennifer Catherine Mandy Sally Sarah Mary Beverley Ann Anne Elaine \
    Lorraine Denise Paula Debra Maria Theresa Nicola Pauline Barbara Yvonne Kathleen Judith \
    Maureen Sheila Jean Valerie Hilary Marion Rosemary Heather Fiona Frances Joanne Michelle \
    Lynne Lynda Kim Cheryl Teresa Jill Anita Carole Kay Bernadette Geraldine Jayne Suzanne Marie \
    Kathryn Hazel Gaynor Brenda Joan Dorothy Eileen Irene Shirley June Joyce Glenys Moira Vivien \
    Philippa Penelope Veronica Josephine Rosalind Sylvia Doreen Norma Rita Gail Annette Belinda \
    Bridget Daphne
    """
  static let womenBornMidway = """
    Sarah Claire Nicola Emma Joanne Lisa Michelle Samantha Rachel Rebecca Helen Louise Victoria \
    Laura Kelly Kerry Donna Gemma Katherine Amanda Catherine Jennifer Melanie Joanna Natalie \
    Lucy Clare Jane Elizabeth Julie Karen Caroline Tracey Amy Andrea Angela Zoe Vanessa Leanne \
    Hayley Stacey Charlotte Anna Tara Natasha Jessica Sally Maria Katie Danielle Ruth Heidi Kate \
    Paula Alison Dawn Marie Lindsay Lorraine Tanya Anne-Marie Rachael Sonia Sharon Deborah \
    Cheryl Kirsty Kathryn Beverley Lynsey Alexandra Tina Wendy Suzanne Fiona Esther Hannah \
    Abigail Jodie Carly Naomi Lyndsey Justine Debbie Mandy Jacqueline Susan Christine Sara \
    Teresa Faye Georgina Cara Jill Jemma Carla Gail Vicki Nina Philippa Lynn Kirsten Adele Ellen \
    Bethan Candice Tamsin Gaynor
    """
  static let womenBornLate = """
    Jessica Charlotte Sophie Lauren Emily Chloe Hannah Emma Rebecca Bethany Megan Amy Georgia \
    Lucy Katie Olivia Eleanor Sarah Danielle Rachel Abigail Holly Laura Alice Samantha Shannon \
    Jade Ellie Molly Natalie Leah Gemma Stephanie Zoe Victoria Amelia Jennifer Elizabeth Grace \
    Paige Natasha Courtney Alexandra Ella Phoebe Kayleigh Naomi Harriet Chelsea Kirsty Louise \
    Hayley Anna Amber Mia Georgina Caitlin Isobel Jasmine Imogen Daisy Melissa Kelly Nicole \
    Rosie Stacey Rhiannon Isabelle Francesca Poppy Ruby Freya Maisie Aimee Tiffany Gabrielle \
    Evie Lydia Matilda Sian Erin Jodie Zara Isabella Eve Kimberley Tia Heather Kate Scarlett \
    Beth Demi Niamh Anya Zoë Chloë Millie Tamara Keira Florence Bryony Mollie Summer Skye Libby \
    Robyn Tegan Martha Cerys Verity
    """
  static let menBornEarly = """
    David John Paul Stephen Mark Michael Andrew Peter Ian Robert Kevin Alan Philip Christopher \
    Richard Anthony Graham Colin Martin Keith Simon Gary Nigel Steven William James Neil Brian \
    Trevor Timothy Barry Derek Roger Jonathan Geoffrey Raymond Adrian Kenneth Nicholas Terence \
    Clive Stuart Dennis Russell Malcolm Jeremy Dean Roy Darren Garry Carl Howard Gordon Gerald \
    Thomas George Charles Edward Leslie Francis Patrick Julian Glenn Douglas Leonard Ronald \
    Norman Eric Frank Lawrence Duncan Vincent Antony Bryan Donald Hugh Bernard Stewart Desmond \
    Maurice Rodney Victor Gareth Dominic Ivan Jeffrey Ralph Wayne Shaun Alistair Gavin Rupert \
    Crispin
    """
  static let menBornMidway = """
    Paul David Andrew Stephen Mark Michael Robert Richard Christopher James Matthew Simon Daniel \
    John Steven Neil Anthony Darren Stuart Jonathan Lee Jason Ian Gary Adam Craig Martin Peter \
    Kevin Thomas Philip Alan Benjamin Gareth Carl Nicholas William Scott Wayne Nathan Robin Dean \
    Stewart Timothy Barry Karl Edward Marc Alexander Russell Shaun Samuel Graham Gavin Joseph \
    Colin Keith Damian Adrian Justin Sean Julian Ryan Damien Duncan Oliver Luke Ben Marcus Jamie \
    Trevor Glen Leon Aaron Dominic Edmund Kristian Toby Ross Iain Antony Charles Leigh Nigel \
    Patrick Gregory Rupert Giles Rhys Warren Brett Spencer Terry Clive Howard Elliot Jeremy \
    Roger Francis Dale
    """
  static let menBornLate = """
    Daniel Thomas James Jack Matthew Joshua Ryan Luke Samuel Jordan Adam Joseph Benjamin Liam \
    Alexander Michael Christopher Jake Connor Callum William Nathan Lewis Oliver Aaron Kieran \
    Harry George Charlie David Ashley Robert Bradley Kyle Jamie Dominic Andrew Elliot Max Edward \
    Sam Jonathan Mark John Scott Ben Rhys Reece Cameron Louis Alex Toby Henry Dylan Owen Marcus \
    Anthony Paul Richard Stephen Josh Curtis Dean Declan Zachary Shane Peter Mitchell Craig Sean \
    Patrick Conor Leon Elliott Isaac Jacob Ethan Tyler Brandon Mason Alfie Logan Archie Leo \
    Oscar Harvey Finley Freddie Gareth Simon Ross Joel Niall Gregory Nicholas Timothy Corey \
    Billy Stuart Martin Robin
    """
  static let womenOfWales = """
    Siân Rhian Catrin Bethan Carys Ffion Cerys Nia Angharad Elin Megan Rhiannon Eleri Non Lowri \
    Mari Gwen Sioned Llinos Menna Heledd Delyth Eirlys Eluned Mair Nerys Gwenllian Anwen Seren \
    Manon
    """
  static let menOfWales = """
    Gareth Rhys Huw Dafydd Geraint Emyr Gethin Ieuan Owain Aled Dylan Iwan Gwyn Gruffydd Llŷr \
    Hywel Alun Dewi Emlyn Eifion Siôn Tomos Gwilym Meirion Osian Steffan Elis Idris Trystan Wyn
    """
  static let womenOfScotland = """
    Fiona Mairi Morag Kirsty Catriona Shona Eilidh Lorna Isla Ailsa Heather Elspeth Iona Rhona \
    Jean Moira Senga Lesley Lynsey Gillian Laura Nicola Jennifer Alison Sheena Beth Skye Mhairi \
    Kirsten
    """
  static let menOfScotland = """
    Alasdair Hamish Iain Euan Callum Ewan Fraser Craig Gregor Angus Duncan Malcolm Kenneth \
    Finlay Rory Ross Scott Stuart Gordon Graeme Douglas Murdo Ruaridh Cameron Archie Lewis \
    Struan Blair
    """
  static let womenOfIreland = """
    Siobhan Sinéad Niamh Aoife Ciara Orla Gráinne Maeve Deirdre Róisín Bríd Caoimhe Áine Mairead \
    Nuala Bridget Bernadette Noreen Catherine Mary Margaret Eileen Fionnuala Clodagh Saoirse \
    Aisling Una Sorcha Geraldine Breda Philomena Attracta Dervla Emer Ailbhe Sadhbh Shauna \
    Collette Concepta
    """
  static let menOfIreland = """
    Seán Patrick Michael Conor Liam Brendan Declan Eoin Kieran Padraig Ciarán Cormac Niall Colm \
    Fergal Aidan Donal Oisín Cathal Diarmuid Eamonn Finbarr Ronan Rory Shane Desmond Dermot \
    Gerard Kevin Malachy Fintan Tadhg Lorcan Barry Cillian Ruairí Enda Malachi Seamus Phelim
    """
}
