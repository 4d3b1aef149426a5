#include "config/common_fields.h"

#include <algorithm>

namespace vav {
namespace {

struct Words {
  const char* sv;
  const char* en;
};

Field make(std::string_view name, FieldType type, const Words& label, const Words& help) {
  Field field;
  field.name = name;
  field.type = type;
  field.label.set("sv", label.sv);
  field.label.set("en", label.en);
  field.help.set("sv", help.sv);
  field.help.set("en", help.en);
  return field;
}

Field many(Field field) {
  field.many = true;
  return field;
}

Field required(Field field) {
  field.required = true;
  return field;
}

Field visibility() {
  Field field =
      make("visibility", FieldType::choice, {"Synlighet", "Visibility"},
           {"internal håller hela sidan borta från webbplatsen.", "internal keeps the whole page off the site."});
  field.choices = {{.value = "public", .label = {}}, {.value = "internal", .label = {}}};
  return field;
}

std::vector<Field> make_all() {
  using enum FieldType;
  return {
      required(make("title", text, {"Rubrik", "Title"},
                    {"Sidans rubrik. Raka citattecken runt om den har kolon.",
                     "Title of the page. In straight quotation marks when it holds a colon."})),
      make("summary", text, {"Sammanfattning", "Summary"},
           {"En mening som syns i listor och sökträffar.", "One sentence, shown in lists and search results."}),
      make("short", text, {"Kortnamn", "Short name"},
           {"Ett kortnamn, till exempel UKÄ.", "A short name, such as an abbreviation."}),
      many(make("aliases", text, {"Andra namn", "Other names"},
                {"Andra namn på samma sak. De fungerar i länkar och i sökningen.",
                 "Other names of the same thing. They work in links and in search."})),
      make("lang", text, {"Språk", "Language"},
           {"Sidans språk om det inte är webbplatsens.", "Language of the page when it is not the site's."}),
      make("translation_of", text, {"Översättning av", "Translation of"},
           {"Sidan som den här är en översättning av.", "The page that this one translates."}),
      make("published", date, {"Publicerad", "Published"},
           {"Dagen då vår sida kom ut, aldrig källans dag. En kommande dag väntar.",
            "The day on which this page came out, never the source's. A day to come waits."}),
      make("updated", date, {"Uppdaterad", "Updated"},
           {"Dagen då sidan senast ändrades i sak.", "The day of the last change that matters."}),
      make("reviewed", date, {"Granskad", "Reviewed"},
           {"Dagen då någon kontrollerade sidans personuppgifter.",
            "The day on which somebody checked the personal data on the page."}),
      make("review", date, {"Ses över senast", "To be reviewed by"},
           {"Dagen då sidan ska ses över. Passerad dag ger en varning.",
            "The day by which the page is to be looked at again. A day that has passed is a warning."}),
      make("responsible", text, {"Ansvarig", "Responsible"},
           {"Roll eller enhet som ansvarar för sidan.", "Role or office that answers for the page."}),
      make("draft", flag, {"Utkast", "Draft"},
           {"true håller sidan borta tills den är klar.", "true keeps the page off the site until it is ready."}),
      make("expires", date, {"Gäller till", "Expires"},
           {"Efter den dagen tas sidan bort från webbplatsen.", "After that day the page leaves the site."}),
      many(make("redirect_from", text, {"Tidigare adresser", "Former addresses"},
                {"Adresser som sidan har haft. De leder vidare hit. Ett stycke som bytt id: \"#gammalt -> nytt\".",
                 "Addresses that the page has had. They lead here. A passage with a new id: \"#old -> new\"."})),
      make("withdrawn", date, {"Indragen", "Withdrawn"},
           {"Dagen då sidan drogs in. Adressen finns kvar och berättar varför; övrigt innehåll kan tas bort.",
            "The day on which the page was withdrawn. Its address stays and tells why; all else may be taken away."}),
      make("withdrawn_reason", text, {"Varför den drogs in", "Why it was withdrawn"},
           {"En mening till den som kommer till den gamla adressen.",
            "A sentence for those who come to the old address."}),
      make("replaced_by", text, {"Ersatt av", "Replaced by"},
           {"Sidan som en indragen sida ersätts av.", "The page that replaces one that is withdrawn."}),
      many(make("no_mentions", text, {"Länka inte av sig själv", "No automatic links"},
                {"Namn som inte ska bli länkar av sig själva på den här sidan, eller all.",
                 "Names that are not to become links by themselves on this page, or all."})),
      visibility(),
  };
}

Field make_pin() {
  Field field = make("pin", FieldType::text, {"Fingeravtryck", "Fingerprint"},
                     {"Fingeravtryck av stycket som länken vilar på. vav review skriver det.",
                      "Fingerprint of the passage that the link rests on. vav review writes it."});
  field.pattern = Pattern("[a-f][0-9a-f]{11}");
  return field;
}

}  // namespace

const Field& pin_field() {
  static const Field field = make_pin();
  return field;
}

const std::vector<Field>& common_fields() {
  static const std::vector<Field> fields = make_all();
  return fields;
}

const Field* find_common_field(std::string_view name) {
  const auto found = std::ranges::find(common_fields(), name, &Field::name);
  return found == common_fields().end() ? nullptr : &*found;
}

}  // namespace vav
