#include "proofreading/proofread.h"

#include <algorithm>
#include <optional>

#include "proofreading/link_texts.h"
#include "proofreading/scan_source.h"

namespace vav {
namespace {

class Proofreader {
 public:
  Proofreader(const Page& page, const SiteConfig& config, Diagnostics& diagnostics)
      : page_(page), config_(config), diagnostics_(diagnostics) {}

  void run() {
    read_document(page_.document, {});
    // Where in a field's text something stands cannot be told, so the field's place stands for it.
    for (const RichText& rich : page_.rich_texts) read_document(rich.document, rich.place);
    look_for_review();
  }

 private:
  void read_document(const Document& document, const std::optional<Place>& whole) {
    for (const DocumentLink& link : document.links()) {
      const Place& place = whole ? *whole : link.place;
      if (link.form == LinkForm::image)
        look_at_image(link, place);
      else
        look_at_link(link, place);
    }
    for (const LookAlike& one : document.prose().look_alikes) tell_look_alike(one.form, whole ? *whole : one.place);
    for (const Sentence& one : document.prose().sentences) {
      const int most = config_.text.longest_sentence;
      if (most > 0 && one.words > most)
        add("long-sentence", whole ? *whole : one.place,
            say("the sentence has {} words; more than {} are hard to follow", one.words, most),
            say("make two sentences of it"));
    }
  }

  void look_at_link(const DocumentLink& link, const Place& place) {
    // A wikilink without a text of its own shows the name of its page.
    if (link.form == LinkForm::wikilink && link.text.empty()) return;
    if (is_without_words(link.text)) {
      add("empty-link-text", place, say("the link has no words"), say("write between [ and ] what it leads to"));
    } else if (is_poor_link_text(link.text)) {
      add("poor-link-text", place, say("'{}' does not tell where the link leads", link.text),
          say("let the words name what it leads to"));
    }
  }

  void look_at_image(const DocumentLink& link, const Place& place) {
    if (is_without_words(link.text)) {
      add("missing-alt", place, say("the picture has no alternative text"),
          say("write between ![ and ] what the picture shows"));
    } else if (is_file_name(link.text, link.target)) {
      add("alt-is-file-name", place, say("'{}' is the name of a file, not what the picture shows", link.text),
          say("write between ![ and ] what the picture shows"));
    }
  }

  void tell_look_alike(LookAlike::Form form, const Place& place) {
    switch (form) {
      case LookAlike::Form::bold_paragraph:
        add("bold-as-heading", place, say("a bold paragraph that looks like a heading is none"),
            say("write ## or ### before it, or make it a sentence"));
        break;
      case LookAlike::Form::headless_table:
        add("table-without-header", place, say("the table has no header"),
            say("name each column in the table's first line"));
        break;
      case LookAlike::Form::headless_column:
        add("table-without-header", place, say("the column has no header"), say("write what stands in the column"));
        break;
    }
  }

  void look_for_review() {
    if (page_.reviewed || page_.internal) return;
    for (const FieldValues& given : page_.fields) {
      const Field& field = config_.schema.kinds[page_.kind].fields[given.field];
      const auto personal_part = [](const Field& part) { return part.personal; };
      const bool personal = field.personal || std::ranges::any_of(field.fields, personal_part);
      if (!personal || given.values.empty()) continue;
      const Place& place = given.values.front().place();
      add("unreviewed-person", place.line > 0 ? place : Place{1, 1, 3},
          say("'{}' tells of persons, and nobody has said when it was reviewed", field.name),
          say("look over names and offices, then set '{}'", "reviewed"));
    }
  }

  void add(std::string_view id, const Place& place, Wording message, Wording hint) {
    diagnostics_.add(id, {page_.path, place}, std::move(message), std::move(hint));
  }

  const Page& page_;
  const SiteConfig& config_;
  Diagnostics& diagnostics_;
};

}  // namespace

void proofread(const SourceFile& source, const Page& page, const SiteConfig& config, Diagnostics& diagnostics) {
  if (!source.readable) return;
  Proofreader(page, config, diagnostics).run();
  scan_source(source, page, config, diagnostics);
}

}  // namespace vav
