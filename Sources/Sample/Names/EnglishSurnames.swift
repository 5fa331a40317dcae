/// Surnames usual in England, the commonest first, and the parts of which rarer ones are made.
///
/// Written from general knowledge; `_` stands for a space.
enum EnglishSurnames {
  static let common = """
    Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans \
    Walker White Roberts Green Hall Wood Jackson Clarke Thomas Harris Lewis Hughes Edwards \
    Turner Cooper Hill Ward Moore Martin Clark Harrison King Baker Morris Lee Morgan Scott Allen \
    Watson Phillips Parker James Bennett Young Cook Carter Richardson Bailey Shaw Davis Marshall \
    Collins Miller Bell Cox Richards Adams Webb Simpson Mitchell Mills Rogers Anderson Ellis \
    Gray Price Palmer Stevens Knight Hunt Barker Matthews Foster Holmes Powell Wilkinson Chapman \
    Lloyd Butler Barnes Mason Russell Fletcher Rose Reid Pearson Kelly Murphy Johnston Jenkins \
    Graham Harvey Stevenson Hudson Elliott Fisher Howard Brooks Saunders Hart Grant Walsh \
    Atkinson Payne Dixon Lawrence Hunter Gibson Reynolds Andrews Spencer Pearce Burton Ford \
    Gardner Armstrong Kennedy Ryan Day Berry Perry Newman Henderson Cole Watts Dawson Nicholson \
    Porter Lane Francis Stephens Gordon Cunningham Wells Warren Page Harding Burns Hamilton \
    Osborne Bradley Willis Rees Nelson Long Wheeler Freeman Wallace Carr Barrett Read Greenwood \
    Jordan Robertson Hayes Hawkins Chambers Bishop Goodwin Parsons Austin Lowe Sutton Burgess \
    Bird Woods Ball Cross Poole Rowe Sharp Gilbert Tucker Fox Hopkins Parry Field Coleman \
    Nicholls Townsend Kemp Booth Hodgson Bates Barber Holland Hammond Bull Hardy Banks May \
    Bryant Hewitt Moss Norman Stone Webster Dunn Perkins Thornton Preston Howell Norris Morton \
    Barton French Watkins Little Fuller Bond Haynes Blake Cooke Nash Rhodes Gregory Buckley \
    Jennings Peters Bowen Leach Carpenter Reeves Steele Hancock Crawford Dean Frost Curtis Wade \
    Nixon Goddard Lamb Sanders Howe Arnold Byrne Yates Pritchard Douglas Hobbs Skinner Swift \
    Brookes Humphries Warner Lambert Hope Bowden Manning Ashton Burrows Marsh Cartwright Clayton \
    Winter Potter Sykes Wilkins Oliver Tyler Pope Archer Fowler Stanley Briggs Hilton Whitehead \
    Schofield Hooper Sharpe Bolton Pickering Kay Garner Myers Kirk Wyatt Baldwin Marsden \
    Charlton Short Doyle Flynn Bray Gill Doherty Slater Hargreaves Nolan Mellor Barlow Dickinson \
    Bentley Whittaker Hartley Haigh Crossley Sutcliffe Ainsworth Entwistle Fielding Holt Kershaw \
    Lord Ogden Pilkington Rigby Ramsden Ackroyd Armitage Beaumont Broadbent Butterworth Crowther \
    Dyson Earnshaw Firth Gledhill Haworth Hirst Hoyle Illingworth Jagger Kaye Lister Lumb \
    Midgley Murgatroyd Naylor Oldroyd Priestley Quarmby Shackleton Sugden Thackray Varley \
    Wadsworth Winterbottom Wolstenholme Bagshaw Birch Boyd Brady Brennan Bridges Bright Brock \
    Bruce Buchanan Bullock Burke Burrell Bush Cameron Cannon Carey Chandler Chapple Charles \
    Childs Church Clements Cliff Coates Cobb Cohen Coles Connolly Connor Conway Corbett Crane \
    Croft Daniels Darby Daly Davey Davidson Dickson Drake Draper Drew Duffy Duncan Eaton Ellison \
    Emery English Farmer Farrell Faulkner Ferguson Finch Fitzgerald Fleming Forster Franklin \
    Fraser Frith Fry Gallagher Gale George Gibbons Gibbs Giles Glover Godfrey Goodman Gough \
    Gould Greaves Greenfield Griffin Griffiths Hale Hampton Hanson Harper Harrington Hawes \
    Haywood Heath Henry Herbert Hicks Higgins Hills Hinton Hobson Hodges Hollis Holloway Horton \
    House Howarth Hull Humphreys Hurst Hyde Ingram Irving Jacobs Jarvis Jeffries John Joyce Kaur \
    Keeling Kent Kerr Kirby Knowles Lacey Larkin Law Lawson Leigh Lester Lindsay Livingstone \
    Locke Love Lucas Lynch Lyons MacDonald Mann Manley Marriott Maxwell McCarthy McDonald Mead \
    Metcalfe Middleton Milne Moran Morrison Muir Mullins Mundy Murray Neal Newton Noble North \
    Norton Oakley Odell Owen Owens Paine Parkes Parkin Parkinson Patterson Paul Peacock Peck \
    Penn Perrin Phelps Pike Pitt Plant Platt Pollard Pratt Prescott Proctor Pugh Quinn Ray \
    Redfern Reed Reeve Rice Riley Robson Rogerson Roper Ross Rowland Rowley Rudd Rushton Salmon \
    Sampson Savage Sawyer Seymour Shepherd Sheppard Sherwood Simmons Simms Sinclair Singleton \
    Sloan Snell Snow Spence Spooner Stafford Stanton Steel Stewart Stokes Storey Stuart Sullivan \
    Summers Talbot Tanner Tate Terry Thorne Thorpe Tomlinson Trevor Turnbull Underwood Vaughan \
    Vincent Wainwright Wakefield Walters Walton Waters Watt Weaver West Weston Wharton Whitaker \
    Whitehouse Whittle Wilcox Wilde Willetts Winstanley Witham Woodcock Woodward Woolley Worrall \
    Wren Yeates Yeomans Abbott Adkins Aldridge Allsop Ambrose Appleby Appleton Arrowsmith \
    Ashcroft Askew Atherton Attwood Avery Ayres Badger Baines Bamford Bancroft Bartlett Bassett \
    Batchelor Bateman Battersby Baxter Bayliss Beard Beddard Bedford Beech Belcher Benson \
    Beresford Bevan Bickerstaff Biggs Billington Blackburn Blackwell Blakemore Bland Blundell \
    Bloomfield Boardman Bone Bonner Boon Boothroyd Bourne Bowler Boyce Bradbury Bradshaw \
    Braithwaite Bramley Brandon Brayshaw Brearley Brewer Brierley Brindley Bristow Broadhurst \
    Bromley Broughton Brownlow Buckham Budd Bunting Burdett Burnett Butcher Butt Caldwell \
    Calvert Canning Capper Carlisle Carroll Carson Carver Castle Catterall Caulfield Cavanagh \
    Cawthorne Chadwick Chamberlain Cheetham Cheshire Chilton Christie Clegg Clewes Clough Coe \
    Collier Collinson Colman Coombes Copeland Cornish Cotterill Cotton Coulson Cousins Cowan \
    Cowley Craddock Crabtree Cragg Craven Crook Cropper Crosby Crouch Crump Culshaw Curran \
    Cutler Dale Dalton Danby Darlington Davenport Dearden Denham Dennis Denton Dewhurst Dickens \
    Dobson Dodd Dodson Dolan Drury Duckworth Dudley Dugdale Duke Durrant Dutton Dwyer Eccles \
    Edmonds Eldridge Elms Embleton Everett Fairclough Farrow Fawcett Fenton Fenwick Fern \
    Fewtrell Finnegan Flanagan Flint Foley Foote Forshaw Forrest Fryer Furness Galloway Garland \
    Garrett Gaskell Gauntlett Gent Gittins Glynn Golding Goodall Goode Gooding Goodyear Gorman \
    Grainger Gravett Greenhalgh Gregson Grice Grimshaw Groves Guest Gunn Guy Hackett Haddock \
    Hadfield Haines Halford Halliwell Hallam Halstead Handley Hankin Hardcastle Hardman Harker \
    Harland Harlow Harman Harwood Haslam Hatton Hawksworth Heald Heap Heaton Helliwell Hemmings \
    Hepworth Heron Hesketh Heywood Hibbert Higginbotham Higson Hindle Hinchliffe Hodgkinson \
    Hodgkiss Holden Holdsworth Holley Hollingworth Hollins Holroyd Honey Hook Horne Horrocks \
    Horsfall Hoskins Houghton Howells Hoyland Hubbard Huggins Hulme Humphrey Hutchings \
    Hutchinson Huxley Ibbotson Ingham Ireland Isherwood Ives Jeffery Jenkinson Jepson Jessop \
    Jewell Judd Judge Keating Keen Kellett Kendall Kendrick Kenyon Kilner Kinchin Kitchen \
    Kitching Knott Lancaster Langford Langley Latham Laycock Leadbetter Leaver Leech Lees Legg \
    Leonard Levitt Lightfoot Lilley Lindley Linton Lodge Lomax Longbottom Lovell Lovett Lowry \
    Luff Lumley Lunn Lunt Makin Malone Maltby Manners Mansfield Margetts Marlow Marston Mather \
    Maude Mawson Meredith Merritt Millar Millington Millward Minton Mistry Mold Monk Mooney \
    Moorhouse Mortimer Moseley Mottram Mount Mullen Musgrave Myatt Nadin Neville Newbold Newby \
    Newell Nightingale Nuttall Oakes Ormerod Orton Overton Paget Painter Pallister Park \
    Partridge Paterson Pattison Peel Pemberton Pendlebury Percival Pickles Pickup Pinder Plumb \
    Pointon Polson Postlethwaite Pounder Prior Pryor Purcell Pye Pyke Quigley Radcliffe Rainford \
    Randall Rathbone Raven Rawlings Rawson Rayner Redmond Renshaw Reilly Rich Ridley Rimmer \
    Ritchie Roach Robins Roche Rodgers Rooney Rothwell Round Rouse Rowbotham Royle Ruddock \
    Rutherford Rutter Sales Salt Salter Sanderson Sands Sargent Saxton Scarborough Seabridge \
    Seddon Sellers Senior Sewell Shelton Sheldon Shipley Shirley Shore Sidebottom Silcock \
    Skelton Small Smart Smedley Snape Southern Southworth Speakman Spears Spicer Stacey Stamford \
    Standish Stanfield Stead Stockdale Stott Stratford Street Stringer Strong Stroud Stubbs \
    Sturgess Sumner Swain Swales Swann Sweeney Tattersall Telford Tempest Thirlwell \
    Thistlethwaite Thurston Tildesley Timms Tindall Tipping Titmuss Todd Tomkins Tonks Topping \
    Tranter Travis Treseder Trotter Tunstall Turton Twigg Tyson Unsworth Upton Vickers Vinton \
    Waddington Waghorn Walmsley Wallis Walls Warburton Wardle Waring Waterhouse Webber Welch \
    Weller Westwood Whalley Whelan Whiteley Whitfield Whiting Whitlock Whitworth Wigley Wild \
    Wilding Wilks Willoughby Windle Winfield Winn Wise Withers Womersley Woodhead Woodhouse \
    Woodley Woodruff Wooldridge Worthington
    """
  static let placeBeginnings = """
    Ash Thorn Brad Whit Black Wood Stan Lang Hart Har Wal Win Ship Stock Ster Bar Bur Cran Den \
    Elm Far Gat Green Had Hal Ham Hather Hazel Heath High Hol Hor Hunting Kir Lay Led Lin Lock \
    Long Mar Mel Mid Mill Mor Nor Oak Old Or Over Pem Pen Rad Red Rock Ruther Rye Salt Sand Sel \
    Shel Sil South Stain Stap Strat Sud Swan Tar Thur Tun Up War Wat Wen West Wether Wim Wool \
    Wrag Yar Bed Ben Brom Brough Cald Chad Chat Clap Cole Comp Cop Cot Dal Dun Ec Ed El Ever \
    Fair Fal Fen Fox Frod Gar Gos Grim Hind
    """
  static let placeEndings = """
    ley ton ford well worth bury field ham stead wick combe den hurst by thwaite shaw croft more \
    dale gate wood land bank bourne bridge brook burn cote cliffe church holme house ingham lake \
    low man mere over pole ridge side smith son stone thorpe tree wall water way wold yard
    """
  static let fathers = """
    Adam Aldr Alc Atk Batt Ben Bern Dav Daw Dob Edmund Ell Em Gib Gil Hodg Hop Hugh Hutch Jack \
    Jeff Jenk John Lamb Law Luk Matt Morr Nel Nich Pear Perk Pet Rand Raw Ray Rich Rob Rodg Rog \
    Sand Sam Sim Stev Thom Tom Wat Wilk Will
    """
  static let fatherEndings = """
    son kinson kins ison erson es inson ings itt ell ott ey in kin cock man
    """
}
