// The explanations of kinds.cc, in its order, and what the types of values are called. The types have their article,
// for Swedish sentences read "inte en lista" where English ones read "not a list".
#include <array>

#include "diagnostics/swedish.h"

namespace vav::wording {
namespace {

constexpr auto table = std::to_array<Translation>({
    // Value::type_name()
    {"flag", "sant eller falskt (true/false)"},
    {"number", "ett tal"},
    {"text", "en text"},
    {"list", "en lista"},
    {"map", "en nyckelgrupp"},
    {"nothing", "ett tomt värde"},
    // any text file
    {"The file is not valid UTF-8. Save it as UTF-8.", "Filen är inte giltig UTF-8. Spara den som UTF-8."},
    {"The file cannot be read.", "Filen går inte att läsa."},
    // yaml
    {"The YAML cannot be read.", "YAML går inte att läsa."},
    {"The same key stands twice in one map.", "Samma nyckel står två gånger i samma nyckelgrupp."},
    {"Anchors (&x) and aliases (*x) are not allowed in front matter.",
     "Ankare (&x) och alias (*x) får inte användas i uppgifterna överst på en sida."},
    {"Front matter may be at most 64 KB and 10,000 values.",
     "Uppgifterna överst på en sida får vara högst 64 kB och 10 000 värden."},
    {"A value that holds a colon and a space needs quotation marks.",
     "Ett värde med kolon och mellanslag behöver citattecken."},
    {"A quotation mark opens and does not close, or text follows the one that closes.",
     "Ett citattecken öppnas men stängs inte, eller så kommer det text efter det som stänger."},
    {"What stands after a space and # in a value is a comment, so it is lost. Quote the value, or write the comment "
     "after two spaces.",
     "Det som står efter mellanslag och # i ett värde är en kommentar och försvinner. Sätt citattecken runt värdet, "
     "eller skriv kommentaren efter två mellanslag."},
    {"YAML is indented with spaces, never with tabs.", "I YAML görs indrag med mellanslag, aldrig med tabbar."},
    {"A number with a leading zero: YAML may read 010 as eight. Write 10, or quote it.",
     "Ett tal som börjar med noll: YAML kan läsa 010 som åtta. Skriv 10, eller sätt citattecken runt."},
    // config and theme
    {"The content folder has no vav.yaml.", "Mappen med innehållet har ingen vav.yaml."},
    {"vav.yaml says something that cannot be right.", "vav.yaml säger något som inte kan stämma."},
    {"A label of vav.yaml lacks one of the site's languages.",
     "En etikett i vav.yaml saknas på något av webbplatsens språk."},
    {"The key is not one that is known here.", "Nyckeln är inte någon av dem som finns här."},
    {"A file in baselines/ is no baseline. Store it anew with vav baseline.",
     "En fil i baselines/ är inget jämförelseläge. Spara det på nytt med vav baseline."},
    {"The theme lacks what it needs, or has what it cannot use.",
     "Temat saknar något som det behöver, eller har något som det inte kan använda."},
    {"The template cannot be read.", "Mallen går inte att läsa."},
    {"The template uses a name that it does not get.", "Mallen använder ett namn som den inte får."},
    {"The template uses a value in a way that its type does not allow.",
     "Mallen använder ett värde på ett sätt som värdets typ inte tillåter."},
    // pages
    {"The content folder has no pages.", "Mappen med innehållet har inga sidor."},
    {"A Markdown file lies in a folder that no kind of vav.yaml names.",
     "En Markdown-fil ligger i en mapp som ingen sort i vav.yaml anger."},
    {"A page's file name is its id: a-z, 0-9 and hyphens only.",
     "En sidas filnamn är dess id: bara a-z, 0-9 och bindestreck."},
    {"A page starts with front matter between two lines of ---.",
     "En sida börjar med sina uppgifter mellan två rader med ---."},
    {"A field that the kind requires is missing.", "Ett fält som sorten kräver saknas."},
    {"The value is not of the type that the field has.", "Värdet är inte av den typ som fältet har."},
    {"What vav new left to be written still stands there. Write it in its place; an optional line may be taken away.",
     "Det som vav new lämnade att fylla i står kvar. Skriv på dess plats; en valfri rad kan tas bort."},
    {"A relation points at fewer pages than it must.", "Ett samband pekar på färre sidor än det måste."},
    {"A relation points at more pages than it may.", "Ett samband pekar på fler sidor än det får."},
    {"The other side of a relation appears by itself; it is written on one page only.",
     "Åt andra hållet kommer ett samband av sig självt; det skrivs bara på en av sidorna."},
    {"A field for the mailbox of a role holds one that looks like a person's.",
     "I ett fält för en funktions mejladress står en adress som ser ut att vara en persons."},
    {"The page is in a language that vav.yaml does not list under site.languages.",
     "Sidan är på ett språk som inte står under site.languages i vav.yaml."},
    {"The day on which the page was to be reviewed has passed.", "Dagen då sidan skulle ses över har passerat."},
    {"Not a date of the calendar. Write 2025-05-08, or 2025-05 or 2025 where a partial date is allowed.",
     "Datumet finns inte i kalendern. Skriv 2025-05-08, eller 2025-05 eller 2025 där ett halvt datum går bra."},
    {"Two pages have the same id.", "Två sidor har samma id."},
    {"Two pages have the same address.", "Två sidor har samma adress."},
    {"Raw HTML is not let through to the page.", "Rå HTML släpps inte igenom till sidan."},
    {"A link may lead to http, https, mailto or tel, or to a place on this site.",
     "En länk får leda till http, https, mailto eller tel, eller till en plats på den här webbplatsen."},
    {"The page nests or repeats so much that it is taken for a mistake.",
     "Sidan har så mycket inuti vartannat, eller upprepar så mycket, att det måste vara ett misstag."},
    {"Two passages of one page have the same id.", "Två stycken på en sida har samma id."},
    {"A block that begins with ::: is not closed; what stands in it is hidden.",
     "Ett block som börjar med ::: är inte stängt; det som står i blocket döljs."},
    {"A line of colons begins no block that vav knows, or closes none; what it may have meant to hide is hidden.",
     "En rad med kolon börjar inget block som vav känner till, eller stänger inget; det som kan ha varit tänkt att "
     "döljas döljs."},
    {"A language is named by its code: en, sv, en-GB.", "Ett språk anges med sin kod: en, sv, en-GB."},
    {"A passage id {#id} stands at the end of a text and holds a-z, 0-9 and hyphens only.",
     "Ett styckes id {#id} står sist i en text och har bara a-z, 0-9 och bindestreck."},
    {"[[ that is not closed by ]] on its line, or names nothing, is shown as it stands.",
     "[[ som inte stängs av ]] på samma rad, eller som inget står i, visas som det står."},
    {"The headings of a page start at ## and go down one level at a time.",
     "Rubrikerna på en sida börjar med ## och går ned en nivå i taget."},
    {"The page names a file that is not there.", "Sidan nämner en fil som inte finns."},
    {"A relation points at the same page twice.", "Ett samband pekar på samma sida två gånger."},
    {"A page has one translation into each language.", "En sida har en översättning till varje språk."},
    {"A picture is damaged, or holds what cannot be published safely.",
     "En bild är skadad, eller innehåller något som inte kan publiceras säkert."},
    {"A file lies beside the pages, but no page names it.",
     "En fil ligger bredvid sidorna, men ingen sida nämner den."},
    {"A date of the page is longer ago than its field allows by max_age_days.",
     "Ett datum på sidan ligger längre tillbaka än dess uppgift tillåter enligt max_age_days."},
    // proofreading
    {"A link has no words to read.", "En länk saknar ord att läsa."},
    {"A link's words do not tell where it leads.", "En länks ord säger inte vart den leder."},
    {"A picture has no alternative text.", "En bild saknar alternativtext."},
    {"A picture's alternative text is the name of a file.", "En bilds alternativtext är namnet på en fil."},
    {"A paragraph in bold stands where a heading should.", "Ett stycke i fetstil står där en rubrik borde stå."},
    {"A table, or a column with content in it, has no header.",
     "En tabell, eller en kolumn med innehåll, saknar rubrik."},
    {"A personal identity number or coordination number never stands on a page.",
     "Ett personnummer eller samordningsnummer får aldrig stå på en sida."},
    {"A mailbox that looks like a person's, and that vav.yaml does not allow.",
     "En e-postadress som ser ut att vara en persons och som vav.yaml inte tillåter."},
    {"A telephone number that vav.yaml does not allow.", "Ett telefonnummer som vav.yaml inte tillåter."},
    {"A page that tells of persons says in 'reviewed' when it was looked over.",
     "En sida som berättar om personer anger i 'reviewed' när den sågs över."},
    {"A sentence has more words than text.longest_sentence of vav.yaml.",
     "En mening har fler ord än text.longest_sentence i vav.yaml."},
    // graph
    {"No page has this id, title, short name or alias.",
     "Ingen sida har detta id, denna rubrik, detta kortnamn eller alias."},
    {"Several pages answer to this name.", "Flera sidor har det här namnet."},
    {"The relation may not point at a page of this kind.", "Sambandet får inte peka på en sida av den här sorten."},
    {"The link leads to a page that does not exist.", "Länken leder till en sida som inte finns."},
    {"The page exists, but has no passage or heading with this id.",
     "Sidan finns, men den har inget stycke och ingen rubrik med det här id:t."},
    {"A public page points at a page that is for editors only.",
     "En offentlig sida pekar på en sida som bara är för redaktörer."},
    {"Pages lead back to themselves along relations that may not go round.",
     "Sidor leder tillbaka till sig själva längs samband som inte får gå runt."},
    {"A block of items asks for something that the knowledge base does not have.",
     "Ett block med items frågar efter något som kunskapsbasen inte har."},
    {"The page points at itself.", "Sidan pekar på sig själv."},
    {"A link names a section that the page it points at does not list.",
     "Ett samband anger ett avsnitt som sidan det pekar på inte räknar upp."},
    {"What a link rests on has changed since somebody last read both.",
     "Det som en länk vilar på har ändrats sedan någon senast läste båda."},
    {"A quotation does not stand in what it cites.", "Ett citat står inte i det som det hänvisar till."},
    {"The fingerprint of a link belongs to no text that could change.",
     "En länks fingeravtryck hör inte till någon text som kan ändras."},
    {"A page lists a section of itself that no page cites.",
     "En sida räknar upp ett avsnitt som ingen sida hänvisar till."},
    {"An item of the chain names nothing that it rests on, and does not say why.",
     "En sida i bevistråden anger inget som den vilar på, och säger inte varför."},
    {"A page says that it rests on nothing, or is parked, and gives no reason.",
     "En sida säger att den inte vilar på något, eller att den är parkerad, men ger inget skäl."},
    {"A page says that it rests on nothing or is parked, and its relations say otherwise.",
     "En sida säger att den inte vilar på något eller att den är parkerad, men dess samband säger något annat."},
    {"One passage stands both for and against the same item.", "Ett stycke står både för och emot samma sida."},
    {"A link of the chain points at an item that another has replaced.",
     "Ett samband i bevistråden pekar på en sida som en annan har ersatt."},
    {"A translation names something else that the item rests on, or replaces, than the page that it translates.",
     "En översättning anger något annat som sidan vilar på eller ersätter än sidan som den översätter."},
    {"Something speaks against an item, and nothing is said of that.",
     "Något talar emot en sida, och det sägs ingenting om det."},
    // evidence
    {"The evidence lacks more than a limit of vav.yaml allows.",
     "Underlaget har fler luckor än en gräns i vav.yaml tillåter."},
    // output
    {"An entry of redirect_from leads in a circle, to another one, from a place that is still there, or to one that is "
     "not.",
     "En rad i redirect_from leder i cirkel, till en annan sådan, från ett ställe som finns kvar eller till ett som "
     "inte "
     "finns."},
    {"A page was published, and nothing answers at its address any more.",
     "En sida har varit publicerad, och på dess adress svarar ingenting längre."},
    {"A passage was published, and nothing answers to its id any more.",
     "Ett stycke har varit publicerat, och på dess id svarar ingenting längre."},
    {"A page that vav makes by itself, such as a list, was published, and nothing answers at its address any more.",
     "En sida som vav gör av sig själv, till exempel en lista, har varit publicerad, och på dess adress svarar "
     "ingenting "
     "längre."},
    {"Two parts of the site want to write the same file.", "Två delar av webbplatsen vill skriva samma fil."},
    // verify
    {"A link leads to a file that is not in the folder.", "En länk leder till en fil som inte finns i mappen."},
    {"A link names a place that its page does not have.", "En länk anger en plats som sidan inte har."},
    {"A link starts with / and would not work from a folder on disk.",
     "En länk börjar med / och skulle inte fungera från en mapp på disk."},
    {"From disk a link to a folder opens a listing instead of the page; on the web each page has one address, that of "
     "its folder with / at the end.",
     "Från disk öppnar en länk till en mapp en fillista i stället för sidan; på webben har varje sida en adress, "
     "mappens "
     "med / sist."},
    {"The page loads something from outside the folder.", "Sidan hämtar något utanför mappen."},
    {"The page holds a script, style or event handler of its own.",
     "Sidan innehåller ett eget skript, en egen stil eller en egen händelsehanterare."},
    {"Browsers refuse files with an integrity attribute when opened from disk, and on the web those whose bytes are "
     "others than it says.",
     "Webbläsare vägrar ta emot filer med attributet integrity när sidan öppnas från disk, och på webben dem som har "
     "andra byte än det säger."},
    {"A script uses fetch, a module or a file worker, which do not work from disk.",
     "Ett skript använder fetch, en modul eller en worker i en fil, som inte fungerar från disk."},
    {"A page that sends its readers on leads to another one that does, or to itself.",
     "En sida som skickar läsaren vidare leder till en annan som gör det, eller till sig själv."},
    {"No link leads to the page.", "Ingen länk leder till sidan."},
    {"A file does not match SHA256SUMS.", "En fil stämmer inte med SHA256SUMS."},
    {"manifest.json is missing, broken, or does not match the folder.",
     "manifest.json saknas, är trasig eller stämmer inte med mappen."},
    {"A file name that some systems cannot hold: too long, reserved, or alike but for case.",
     "Ett filnamn som inte fungerar överallt: för långt, reserverat, eller lika ett annat så när som på stora och små "
     "bokstäver."},
    {"The folder is not a site that vav has written.", "Mappen är inte en webbplats som vav har skrivit."},
});

}  // namespace

std::span<const Translation> swedish_kinds() {
  return table;
}

}  // namespace vav::wording
