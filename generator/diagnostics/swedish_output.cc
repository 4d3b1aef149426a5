// output, documents: where the site is put, and what goes out with it.
#include <array>

#include "diagnostics/swedish.h"

namespace vav::wording {
namespace {

constexpr auto table = std::to_array<Translation>({
    // paths that Windows cannot hold
    {"the site would hold a file or folder \"{}\", and a name holds no control character",
     "webbplatsen skulle få en fil eller mapp \"{}\", och ett namn har inga styrtecken"},
    {"the site would hold a file or folder \"{}\", and Windows knows no name with {}",
     "webbplatsen skulle få en fil eller mapp \"{}\", och Windows har inga namn med {}"},
    {"the site would hold a file or folder \"{}\", and Windows knows no name that ends so",
     "webbplatsen skulle få en fil eller mapp \"{}\", och Windows har inga namn som slutar så"},
    {"the site would hold a file or folder \"{}\", which is the name of a device on Windows",
     "webbplatsen skulle få en fil eller mapp \"{}\", som är namnet på en enhet i Windows"},
    {"give it a name of a-z, 0-9, dots and hyphens that is no device",
     "ge den ett namn av a-z, 0-9, punkter och bindestreck som inte är en enhet"},
    {"packed, the path {} has {} characters; more than {} are too many for Windows",
     "packad har sökvägen {} {} tecken; fler än {} är för många för Windows"},
    {"use shorter names of files and folders", "använd kortare namn på filer och mappar"},
    // documents that pages offer
    {"the document cannot be read, so nobody knows what it holds",
     "dokumentet går inte att läsa, så ingen vet vad det innehåller"},
    {"save it anew from the program that made it", "spara det på nytt från programmet som gjorde det"},
    {"the document is encrypted, so nobody knows what it holds",
     "dokumentet är krypterat, så ingen vet vad det innehåller"},
    {"save it without a password", "spara det utan lösenord"},
    {"the document is of a format from before 2007, which vav does not read",
     "dokumentet har ett format från före 2007, som vav inte läser"},
    {"save it as PDF, or better: make a page of it", "spara det som PDF, eller hellre: gör en sida av det"},
    {"the document holds code or sends something: {}", "dokumentet innehåller kod eller skickar något: {}"},
    {"print it to a new PDF", "skriv ut det till en ny PDF"},
    {"other files lie in the document: {}", "andra filer ligger i dokumentet: {}"},
    {"print it to a new PDF, and publish the other files beside it",
     "skriv ut det till en ny PDF, och publicera de andra filerna bredvid"},
    {"the file would act in the reader's browser like a page of the site",
     "filen skulle bete sig som en sida på webbplatsen i läsarens webbläsare"},
    {"make a page of what it says, or offer it as PDF", "gör en sida av det den säger, eller lägg ut den som PDF"},
    {"the document tells who made it: {}", "dokumentet berättar vem som gjorde det: {}"},
    {"Word, Excel, PowerPoint: File, Info, Inspect Document, Remove All. LibreOffice: File, Properties, Reset, "
     "and accept all changes",
     "Word, Excel, PowerPoint: Arkiv, Info, Granska dokument, Ta bort alla. LibreOffice: Arkiv, Egenskaper, Återställ, "
     "och godkänn alla ändringar"},
    {"the document tells who made it, and to take that out would break its signature",
     "dokumentet berättar vem som gjorde det, och att ta bort det skulle bryta dess signatur"},
    {"publish an edition without a signature, or link to where it is published",
     "publicera en utgåva utan signatur, eller länka till där det är publicerat"},
    {"the document tells who made it, where vav cannot take it out: {}",
     "dokumentet berättar vem som gjorde det, där vav inte kan ta bort det: {}"},
    {"write it anew and vav can: qpdf --object-streams=disable --stream-data=uncompress OLD.pdf NEW.pdf",
     "skriv om det så kan vav: qpdf --object-streams=disable --stream-data=uncompress GAMMAL.pdf NY.pdf"},
    // audit
    {"the file holds a personal identity number", "filen innehåller ett personnummer"},
    {"take it out of the page it comes from", "ta bort det från sidan som det kommer från"},
    {"the picture tells more than it shows: who took it, where, or with what",
     "bilden berättar mer än den visar: vem som tog den, var eller med vad"},
    {"build the site again: vav takes that out", "bygg webbplatsen igen: vav tar bort det"},
    {"the document names who made it, or with what", "dokumentet nämner vem som gjorde det, eller med vad"},
    {"the document is not fit to be published: {}", "dokumentet kan inte publiceras: {}"},
    {"it cannot be read, or is encrypted", "det går inte att läsa, eller är krypterat"},
    {"vav check says of its source what to do", "vav check säger om källan vad som ska göras"},
    {"the page has no content security policy", "sidan har ingen innehållspolicy (Content-Security-Policy)"},
    {"put it into the head of the theme's base template", "lägg den i huvudet på temats grundmall"},
    {"the content security policy of the page lets in {}", "sidans innehållspolicy släpper in {}"},
    {"the content security policy of the page does not begin with default-src 'none'",
     "sidans innehållspolicy börjar inte med default-src 'none'"},
    {"the content security policy of the page lacks base-uri or form-action",
     "sidans innehållspolicy saknar base-uri eller form-action"},
    {"nothing says which bytes {} must have", "ingenting säger vilket innehåll {} ska ha"},
    {"add an integrity attribute", "lägg till ett integrity-attribut"},
    {"the page is not for the public", "sidan är inte för alla"},
    {"the passages of \"{}\" are no list", "styckena i \"{}\" är ingen lista"},
    {"the page says of itself that it is not for the public", "sidan säger om sig själv att den inte är för alla"},
    {"the page is not for the public: {}", "sidan är inte för alla: {}"},
    {"build the site without --drafts", "bygg webbplatsen utan --drafts"},
    {"a server is told when the link is followed", "en server får veta när länken följs"},
    {"the form sends what readers write to {}", "formuläret skickar det som läsare skriver till {}"},
    {"a service worker", "en service worker"},
    {"\"{}\" is listed twice", "\"{}\" står två gånger"},
    {"the manifest does not name \"{}\"", "manifestet nämner inte \"{}\""},
    // the catalogue
    {"A document is damaged or encrypted, or does more than be read: code, other files in it, an old format.",
     "Ett dokument är skadat eller krypterat, eller gör mer än att läsas: kod, andra filer i det, ett gammalt format."},
    {"A document tells who made it, and vav cannot take that out.",
     "Ett dokument berättar vem som gjorde det, och vav kan inte ta bort det."},
    {"The page has no content security policy, or one that lets in more than the site itself.",
     "Sidan har ingen innehållspolicy, eller en som släpper in mer än webbplatsen själv."},
    {"A file holds a personal identity number or coordination number.",
     "En fil innehåller ett personnummer eller samordningsnummer."},
    {"The page is a draft or for editors only.", "Sidan är ett utkast eller bara för redaktörer."},
    {"A picture or document tells who made it, where, or with what.",
     "En bild eller ett dokument berättar vem som gjorde det, var eller med vad."},
    {"Windows cannot hold a file or folder of this name, or a path of this length.",
     "Windows kan inte ha en fil eller mapp med det namnet, eller en så lång sökväg."},
});

}  // namespace

std::span<const Translation> swedish_output() {
  return table;
}

}  // namespace vav::wording
