#include "render/page_links.h"

#include <algorithm>

#include "base/text.h"
#include "render/page_data.h"

namespace vav {
namespace {

// At the end of a word, with an ellipsis where there was more.
std::string beginning(const std::string& text, std::size_t most_characters) {
  if (count_characters(text) <= most_characters) return text;
  std::size_t end = 0, last_space = 0;
  for (std::size_t i = 0; i < most_characters; ++i) {
    if (text[end] == ' ') last_space = end;
    decode_character(text, end);
  }
  std::string cut = text.substr(0, last_space > 0 ? last_space : end);
  while (!cut.empty() && std::string_view(",;:–- ").find(cut.back()) != std::string_view::npos) cut.pop_back();
  return cut + "…";
}

}  // namespace

std::string PageLinks::with_passage(std::size_t page, const std::string& passage) const {
  const std::size_t shown = data_.in_language(page, page_.lang);
  return model_.routes.page_address[shown] + (passage.empty() || shown != page ? "" : "#" + passage);
}

std::string PageLinks::note_of(const Relation& relation) const {
  const RelationType& type = model_.config.schema.kinds[relation.kind].relations[relation.type];
  if (type.name == source_key) return "";
  std::vector<std::string> notes;
  const Reference& reference = model_.pages[relation.from].references[relation.reference];
  for (const Field& field : type.fields) {
    const std::string& text = reference.extra.at(field.name).text_or_empty();
    if (field.type == FieldType::text && !text.empty()) notes.push_back(text);
  }
  return join(notes, " ");
}

List PageLinks::qualifiers(const Relation& relation) const {
  List words;
  const auto number = static_cast<std::size_t>(&relation - model_.graph.relations().data());
  if (model_.suspects.concern(number)) words.emplace_back(data_.word(page_.lang, "to_review"));
  const RelationType& type = model_.config.schema.kinds[relation.kind].relations[relation.type];
  const Reference& reference = model_.pages[relation.from].references[relation.reference];
  for (const Field& field : type.fields) {
    for (const Choice& choice : field.choices) {
      if (!choice.quiet && reference.extra.at(field.name).text_or_empty() == choice.value)
        words.emplace_back(choice.label.in(page_.lang));
    }
  }
  return words;
}

std::string PageLinks::sentence_about(std::size_t from, std::size_t to) const {
  for (const std::size_t twin : model_.graph.family_of(to)) {
    for (const Mention& mention : model_.graph.mentions_of(twin)) {
      if (mention.from == from) return shown_text(from, mention.sentence, model_);
    }
  }
  return "";
}

std::string PageLinks::excerpt(const Relation& relation) const {
  constexpr std::size_t most_characters = 320;
  const std::string& id = model_.pages[relation.from].references[relation.reference].passage;
  if (id.empty() || data_.in_language(relation.to, page_.lang) != relation.to) return "";
  const std::vector<Passage>& passages = model_.pages[relation.to].document.passages();
  const auto found = std::ranges::find(passages, id, &Passage::id);
  if (found == passages.end()) return "";
  return beginning(shown_text(relation.to, found->text, model_), most_characters);
}

Value PageLinks::link(std::size_t page, const Relation& relation, const std::string& sentence) const {
  const Reference& reference = model_.pages[relation.from].references[relation.reference];
  // Written on this page or a twin of it; else the passage is one of this page.
  const bool own = model_.graph.item_of(relation.from) == model_.graph.item_of(number_);
  return value({.item = card(page),
                .address = with_passage(page, own ? reference.passage : ""),
                .sentence = sentence,
                .note = note_of(relation),
                .note_lang = model_.pages[relation.from].lang,
                .excerpt = own ? excerpt(relation) : "",
                .qualifiers = qualifiers(relation),
                .via = {}});
}

Value PageLinks::value(Parts parts) {
  return Value::map({{"item", std::move(parts.item)},
                     {"address", std::move(parts.address)},
                     {"sentence", std::move(parts.sentence)},
                     {"note_lang", parts.note.empty() ? std::string() : std::move(parts.note_lang)},
                     {"note", std::move(parts.note)},
                     {"excerpt", std::move(parts.excerpt)},
                     {"qualifiers", std::move(parts.qualifiers)},
                     {"via", std::move(parts.via)}});
}

}  // namespace vav
