#include "authoring/page_template.h"

#include <algorithm>
#include <fmt/format.h>

#include "authoring/yaml_text.h"
#include "base/text.h"
#include "config/common_fields.h"
#include "config/gap.h"

namespace vav {
namespace {

// Keys of every kind that a new page has use for, in the order in which they are offered.
constexpr std::string_view offered_keys[] = {"short",       "aliases", "reviewed", "review",
                                             "responsible", "expires", "draft",    "visibility"};

class PageTemplate {
 public:
  PageTemplate(const TemplateRequest& request, const SiteConfig& config)
      : request_(request), config_(config), kind_(config.schema.kinds[request.kind]), gap_(gap_mark(config.lang)) {}

  std::string write() {
    out_ = "---\n";
    comment(pick("Skriv där det står " + gap_ +
                     ". Raderna som börjar med # är valfria: ta bort # och fyll i, eller "
                     "stryk raden.",
                 "Write where it says " + gap_ +
                     ". Lines that start with # are optional: take # away and fill in, or "
                     "delete the line."));
    out_ += "title: " + yaml_text(request_.title) + "\n";
    add_translation();
    line("summary", gap_, field_words(*find_common_field("summary"), config_.schema, config_.lang), true);
    out_ += "published: " + request_.published.iso() + "\n";
    for (const bool required : {true, false}) add_fields_and_relations(required);
    add_link_fields();
    for (const std::string_view key : offered_keys) add_field(*find_common_field(key));
    return out_ + "---\n\n" + body();
  }

 private:
  std::string pick(std::string swedish, std::string english) const {
    return config_.lang == "sv" ? std::move(swedish) : std::move(english);
  }

  void comment(const std::string& words) { out_ += "# " + words + "\n"; }

  void line(const std::string& key, const std::string& value, const FieldWords& words, bool required) {
    out_ += fmt::format("{}{}: {}  # {}\n", required ? "" : "# ", key, value, words.line());
  }

  void add_translation() {
    if (!request_.translation_of.empty()) {
      out_ += "translation_of: " + request_.translation_of + "\n";
    } else if (request_.in_another_language) {
      add_field(*find_common_field("translation_of"));
    }
  }

  void add_fields_and_relations(bool required) {
    for (const Field& field : kind_.fields) {
      if (field.required == required) add_field(field);
    }
    for (const RelationType& relation : kind_.relations) {
      if (asks_for(relation) == required) add_relation(relation);
    }
  }

  // A claim needs evidence, or has to say that it has none: a new page asks for what supports it.
  const RelationType* wanted_evidence() const {
    const auto supports = std::ranges::find(kind_.relations, Evidence::supports, &RelationType::evidence);
    const bool wanted = kind_.unsupported && request_.translation_of.empty() && supports != kind_.relations.end();
    return wanted ? &*supports : nullptr;
  }

  bool asks_for(const RelationType& relation) const { return relation.required || &relation == wanted_evidence(); }

  void add_field(const Field& field) {
    line(field.name, value_of(field), field_words(field, config_.schema, config_.lang), field.required);
  }

  std::string value_of(const Field& field) const {
    std::string value = gap_;
    // Whoever wants an optional one wants just that.
    if (!field.required && field.type == FieldType::flag) value = "true";
    if (!field.required && field.choices.size() == 1) value = field.choices.front().value;
    if (field.type == FieldType::record) value = map_of(field.fields, "", field.required);
    return field.many ? "[" + value + "]" : value;
  }

  // {ref: «FILL IN», section: «FILL IN»}; only what is required when that is asked for, and there is any.
  std::string map_of(const std::vector<Field>& fields, const std::string& first, bool required_only) const {
    std::vector<std::string> parts;
    if (!first.empty()) parts.push_back(first);
    const bool some_required = !first.empty() || std::ranges::any_of(fields, &Field::required);
    for (const Field& field : fields) {
      if (field.required || !(required_only && some_required)) parts.push_back(field.name + ": " + value_of(field));
    }
    return "{" + join(parts, ", ") + "}";
  }

  void add_relation(const RelationType& relation) {
    std::vector<Field> own;
    for (const Field& field : relation.fields) {
      if (!is_shared(field)) own.push_back(field);
    }
    if (&relation == wanted_evidence()) {
      const Field& field = kind_.fields[kind_.unsupported->field];
      const std::string& reason = kind_.fields[kind_.unsupported->reason].name;
      comment(pick(fmt::format("Finns inget underlag: stryk raden nedanför, och skriv {}: {} och skälet i {}.",
                               field.name, kind_.unsupported->value, reason),
                   fmt::format("If nothing supports it: delete the line below, and write {}: {} and the reason in {}.",
                               field.name, kind_.unsupported->value, reason)));
    }
    std::string value = gap_;
    const bool carries = relation.required ? std::ranges::any_of(own, &Field::required) : !own.empty();
    if (carries) value = map_of(own, fmt::format("{}: {}", target_key, gap_), relation.required);
    if (relation.many) {
      const std::vector<std::string> all(std::max<std::size_t>(relation.at_least, 1), value);
      value = "[" + join(all, ", ") + "]";
    }
    line(relation.name, value, relation_words(relation, config_.schema, config_.lang, request_.example),
         asks_for(relation));
  }

  // What a link of any relation may carry is told once.
  bool is_shared(const Field& field) const {
    return kind_.relations.size() > 1 && std::ranges::all_of(kind_.relations, [&](const RelationType& relation) {
             return std::ranges::find(relation.fields, field.name, &Field::name) != relation.fields.end();
           });
  }

  void add_link_fields() {
    if (kind_.relations.empty()) return;
    std::vector<Field> shared = kind_.relations.front().fields;
    std::erase_if(shared, [&](const Field& field) { return !is_shared(field); });
    if (shared.empty()) return;
    const std::string names = names_and_choices(shared);
    comment(pick("Ett samband kan bära mer, skrivet som {ref: id, " + shared.front().name + ": …}: " + names,
                 "A relation may carry more, written as {ref: id, " + shared.front().name + ": …}: " + names));
  }

  std::string body() const {
    return pick(
               "<!--\n"
               "Kom ihåg. Den här rutan syns inte på webbplatsen; stryk den när du är klar.\n"
               "Rubriker börjar med ##. Sidans egen rubrik kommer från title.\n"
               "Länk till en sida: [[id]] eller [[id|egen text]]. Till ett stycke: [[id#stycke|egen text]].\n"
               "Stycke som andra kan länka till: sätt {#kort-id} sist i stycket.\n"
               "-->\n\n",
               "<!--\n"
               "Remember. This box is not shown on the site; delete it when you are done.\n"
               "Headings start with ##. The page's own heading comes from title.\n"
               "Link to a page: [[id]] or [[id|words of your own]]. To a passage: [[id#passage|words of your own]].\n"
               "A passage that others can link to: put {#short-id} at the end of the paragraph.\n"
               "-->\n\n") +
           gap_ + "\n";
  }

  const TemplateRequest& request_;
  const SiteConfig& config_;
  const Kind& kind_;
  std::string gap_;
  std::string out_;
};

}  // namespace

std::string page_template(const TemplateRequest& request, const SiteConfig& config) {
  return PageTemplate(request, config).write();
}

}  // namespace vav
