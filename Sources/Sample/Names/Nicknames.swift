/// Short and pet forms under which people appear on hand-kept lists: `name:form/form`.
///
/// Written from general knowledge.
enum Nicknames {
  static let forms = """
    Elizabeth:Liz/Beth/Lizzie/Betty/Libby Katherine:Kate/Kathy/Katie/Kath \
    Catherine:Cath/Cathy/Kate Kathryn:Kath/Kathy/Kate Kathleen:Kath/Kathy \
    Margaret:Maggie/Meg/Peggy/Marge Susan:Sue/Susie Suzanne:Sue/Suzie Patricia:Pat/Trish/Tricia \
    Christine:Chris/Chrissie Christina:Tina/Chris Jennifer:Jen/Jenny Jacqueline:Jackie/Jacqui \
    Deborah:Debbie/Deb/Debs Debra:Debbie/Deb Rebecca:Becky/Becca/Bex Victoria:Vicky/Vicki/Tori \
    Samantha:Sam/Sammy Nicola:Nicky/Nikki Joanne:Jo Joanna:Jo Josephine:Jo/Josie Amanda:Mandy \
    Alexandra:Alex/Sandra/Lexi Sandra:Sandy Abigail:Abi/Abby Jessica:Jess/Jessie \
    Charlotte:Charlie/Lottie Eleanor:Ellie/Nell Emily:Em/Emmy Isabelle:Izzy/Bella \
    Isabella:Izzy/Bella Isobel:Izzy Georgina:Georgie/Gina Gillian:Gill/Jill Hilary:Hils \
    Pamela:Pam Penelope:Penny Philippa:Pippa/Pip Rosemary:Rose/Rosie Teresa:Terri/Tess \
    Theresa:Terri/Tess Valerie:Val Barbara:Barb/Babs Beverley:Bev Bernadette:Bernie \
    Caroline:Caz/Carrie Cheryl:Chez Danielle:Dani/Danni Dorothy:Dot/Dottie Frances:Fran/Frankie \
    Francesca:Fran/Chess Geraldine:Ged/Gerry Harriet:Hattie Hayley:Hayls Heather:Hev Helen:Nell \
    Jasmine:Jas Judith:Judy/Jude Kimberley:Kim Kirsty:Kirst Laura:Lol/Laurie Leanne:Lee \
    Lesley:Les Linda:Lin/Lindy Lindsay:Linz Lorraine:Lozza/Raine Louise:Lou Lucy:Luce \
    Lynette:Lyn Marion:Maz Matilda:Tilly/Mattie Maureen:Mo/Maz Megan:Meg Melanie:Mel \
    Melissa:Mel/Lissa Michelle:Shell/Chelle Natalie:Nat Natasha:Tash/Nat Olivia:Liv/Livvy \
    Rachel:Rach Rachael:Rach Rosalind:Ros Sally:Sal Sarah:Sal/Sazz Sharon:Shaz Stephanie:Steph \
    Stacey:Stace Tracey:Trace Veronica:Ronnie/Vera Wendy:Wend Yvonne:Von Zoe:Zo Bethany:Beth \
    Gabrielle:Gabby Imogen:Immy Amelia:Millie/Amy Florence:Flo/Florrie Margaretta:Greta \
    Ann:Annie Anne:Annie Mary:May/Molly Janet:Jan Jane:Janey Jean:Jeannie Anna:Annie Diane:Di \
    Angela:Angie/Ange Alison:Ali Denise:Den Elaine:Lainey Sheila:Shelagh Vanessa:Ness Gemma:Gem \
    Lynsey:Linz Anthony:Tony/Ant Antony:Tony/Ant Andrew:Andy/Drew Alexander:Alex/Al/Sandy \
    Benjamin:Ben/Benny Charles:Charlie/Chas/Chuck Christopher:Chris/Kit Daniel:Dan/Danny \
    David:Dave/Davey Dominic:Dom Donald:Don Douglas:Doug Edward:Ed/Eddie/Ted/Ned Francis:Frank \
    Frederick:Fred/Freddie Geoffrey:Geoff Gerald:Gerry Gerard:Gerry/Ger Gregory:Greg \
    James:Jim/Jimmy/Jamie Jeffrey:Jeff Jeremy:Jez/Jerry John:Jack/Johnny Jonathan:Jon/Jonny \
    Joseph:Joe/Joey Joshua:Josh Kenneth:Ken/Kenny Lawrence:Larry/Laurie Leonard:Len/Lenny \
    Matthew:Matt/Matty Michael:Mike/Mick/Mickey Nathan:Nate Nicholas:Nick/Nicky Oliver:Ollie \
    Patrick:Pat/Paddy Peter:Pete Philip:Phil Raymond:Ray Richard:Rich/Rick/Dick/Richie \
    Robert:Bob/Rob/Robbie/Bobby Ronald:Ron/Ronnie Russell:Russ Samuel:Sam/Sammy \
    Stephen:Steve/Ste Steven:Steve/Ste Stuart:Stu Stewart:Stew Terence:Terry Thomas:Tom/Tommy \
    Timothy:Tim Trevor:Trev Vincent:Vince Victor:Vic William:Bill/Will/Billy/Liam \
    Zachary:Zac/Zak Jacob:Jake Alistair:Al Alasdair:Ally Cameron:Cam Duncan:Dunc Malcolm:Malc \
    Gordon:Gord Graham:Gray Howard:Howie Leslie:Les Norman:Norm Rodney:Rod Roderick:Rod \
    Maurice:Mo Desmond:Des Bernard:Bernie Adrian:Ade Martin:Marty Simon:Si Kieran:Kier \
    Callum:Cal Nigel:Nige Siobhan:Shiv Sinéad:Neid Bridget:Bridie/Biddy Brendan:Bren Declan:Dec \
    Padraig:Paddy/Podge Diarmuid:Dermot Eamonn:Ned Gráinne:Gra Deirdre:Dee Geraint:Ger \
    Dafydd:Dai Gwenllian:Gwen Angharad:Haz Rhiannon:Rhi Catriona:Trina/Cat Hamish:Hame \
    Gruffydd:Griff Katarzyna:Kasia Małgorzata:Gosia Agnieszka:Aga Magdalena:Magda Joanna:Asia/Jo \
    Aleksandra:Ola Krzysztof:Krzys/Chris Tomasz:Tomek Piotr:Piotrek/Peter Michał:Misiek \
    Jakub:Kuba Grzegorz:Grzes/Greg Wojciech:Wojtek Łukasz:Lukas Paweł:Pawel/Paul Ewelina:Ewa \
    Karolina:Karo Alexandru:Alex Cristina:Cris Gabriela:Gabi Mihaela:Miha Alexandra:Alex \
    Mohammed:Mo/Mohd Muhammad:Mo/Mohd Mohammad:Mo/Md Abdullah:Abdul Ibrahim:Ibby Yusuf:Yus \
    Mustafa:Mus Khadija:Khadi Fatima:Fati/Timmy Aisha:Ash Zainab:Zee Rajesh:Raj Sandeep:Sandy \
    Vikram:Vik Pradeep:Pradi Srinivas:Srini Venkatesh:Venky/Venkat Krishnan:Krish Lakshmi:Laks \
    Harpreet:Harps/Preet Gurpreet:Gurps/Gary Jaspreet:Jas Manpreet:Mani/Preet Sukhvinder:Sukhi \
    Balvinder:Bal Kulvinder:Kully Oluwaseun:Seun Olusegun:Segun Babatunde:Tunde Adebayo:Bayo \
    Olumide:Olu Ayodeji:Ayo/Deji Adewale:Wale Funmilayo:Funmi Titilayo:Titi Olanrewaju:Lanre \
    Temitope:Tope/Temi Tolulope:Tolu Damilola:Dami Oyinkansola:Oyin Chukwuemeka:Emeka \
    Ikechukwu:Ike Okechukwu:Okey Ugochukwu:Ugo Chidinma:Chidi Chinyere:Chichi Ifeoma:Ify \
    Onyinye:Onyi Uchenna:Uche Kwabena:Kobby Emmanuel:Emma/Manny Ebenezer:Eben Josephine:Josie \
    Tafadzwa:Taf Simbarashe:Simba Rumbidzai:Rumbi Munyaradzi:Munya Takudzwa:Taku Kudakwashe:Kuda \
    Maria:Ria Rosemarie:Rose Francisco:Paco/Kiko José:Pepe Beatriz:Bea Giuseppe:Beppe \
    Alessandro:Ale Francesco:Franco Xiaoling:Ling Rodolfo:Rudy Ferdinand:Ferdie
    """
}
