// What is said of how a text is written (proofreading) and of the parts of a source that pages cite.
#include <array>

#include "diagnostics/swedish.h"

namespace vav::wording {
namespace {

constexpr auto table = std::to_array<Translation>({
    // links and pictures
    {"the link has no words", "länken har inga ord"},
    {"write between [ and ] what it leads to", "skriv mellan [ och ] vad den leder till"},
    {"'{}' does not tell where the link leads", "'{}' säger inte vart länken leder"},
    {"let the words name what it leads to", "låt orden säga vad den leder till"},
    {"the picture has no alternative text", "bilden saknar alternativtext"},
    {"write between ![ and ] what the picture shows", "skriv mellan ![ och ] vad bilden visar"},
    {"'{}' is the name of a file, not what the picture shows", "'{}' är namnet på en fil, inte vad bilden visar"},
    // headings, tables, sentences
    {"a bold paragraph that looks like a heading is none",
     "ett stycke i fetstil som ser ut som en rubrik är ingen rubrik"},
    {"write ## or ### before it, or make it a sentence", "skriv ## eller ### före det, eller gör det till en mening"},
    {"the table has no header", "tabellen saknar rubrikrad"},
    {"name each column in the table's first line", "skriv på tabellens första rad vad varje kolumn innehåller"},
    {"the column has no header", "kolumnen saknar rubrik"},
    {"write what stands in the column", "skriv vad som står i kolumnen"},
    {"the sentence has {} words; more than {} are hard to follow",
     "meningen har {} ord; fler än {} är svåra att följa"},
    {"make two sentences of it", "dela den i två meningar"},
    // persons
    {"this looks like a personal identity number", "det här ser ut som ett personnummer"},
    {"take it away; vav.yaml cannot allow it", "ta bort det; vav.yaml kan inte tillåta det"},
    {"write the mailbox of a role or office, or allow it in vav.yaml under {}",
     "skriv en funktions adress, eller tillåt den i vav.yaml under {}"},
    {"'{}' looks like a telephone number", "'{}' ser ut som ett telefonnummer"},
    {"take it away, or allow it in vav.yaml under {}", "ta bort det, eller tillåt det i vav.yaml under {}"},
    {"'{}' tells of persons, and nobody has said when it was reviewed",
     "'{}' berättar om personer, och ingen har skrivit när sidan sågs över"},
    {"look over names and offices, then set '{}'", "kontrollera namn och befattningar och sätt sedan '{}'"},
    {"a telephone number is a text", "ett telefonnummer är en text"},
    {"write it in quotation marks", "sätt citattecken runt det"},
    {"'{}' does not show where a word may break", "'{}' visar inte var ett ord får delas"},
    {"write one word with | between two letters: universitets|kanslers|ämbetet",
     "skriv ett ord med | mellan två bokstäver: universitets|kanslers|ämbetet"},
    // parts that pages cite
    {"'{}' begins with no section of '{}'", "'{}' börjar inte med något avsnitt i '{}'"},
    {"its sections stand under '{}' in {}", "avsnitten står under '{}' i {}"},
    {"no page cites '{}'", "ingen sida hänvisar till '{}'"},
    {"name it where a page points here, or take it off the list",
     "ange det där en sida pekar hit, eller ta bort det ur listan"},
    {"'{}' must be a text that is listed in a field of the pages that '{}' points at",
     "'{}' måste vara en text som räknas upp i en uppgift på sidorna som '{}' pekar på"},
    {"listed_in: the name of a field with texts, or with records that have one",
     "listed_in: namnet på en uppgift med texter, eller med rader som har en"},
    {"'listed_in' is for what a relation carries, not for fields of a page",
     "'listed_in' är för det som ett samband bär, inte för en sidas uppgifter"},
});

}  // namespace

std::span<const Translation> swedish_text() {
  return table;
}

}  // namespace vav::wording
