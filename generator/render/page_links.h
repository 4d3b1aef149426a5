// A page's links to others, as templates get them: LINK of themes/README.md.
#pragma once

#include <string>

#include "base/value.h"
#include "render/site_data.h"
#include "render/site_model.h"

namespace vav {

// Of one page; reads only.
class PageLinks {
 public:
  PageLinks(std::size_t page, const SiteModel& model, const SiteData& data)
      : number_(page), page_(model.pages[page]), model_(model), data_(data) {}

  // As a reader of this page's language gets it.
  const Value& card(std::size_t page) const { return data_.card(data_.in_language(page, page_.lang), page_.lang); }

  // Only the page that was named is known to have the passage; its twin may not.
  std::string with_passage(std::size_t page, const std::string& passage) const;

  // The texts that a relation carries: a remark beside it. Those of a source are its citation, which is shown as such.
  std::string note_of(const Relation& relation) const;
  // Whether the link is to be reviewed, and the labels of the choices that it carries: "troligt", "osäker
  // tillskrivning". REQUIRES: the relation is one of the graph's own, no copy.
  List qualifiers(const Relation& relation) const;
  // The sentence in `from`'s text that links to `to`, or "".
  std::string sentence_about(std::size_t from, std::size_t to) const;
  // The beginning of the passage that the relation, of this page or a twin, cites; "" for a whole page, and where
  // readers are led to a twin of the page cited.
  std::string excerpt(const Relation& relation) const;

  // `page` is the other end of the relation, as seen from this page.
  Value link(std::size_t page, const Relation& relation, const std::string& sentence) const;

  struct Parts {
    Value item;
    std::string address;
    std::string sentence, note, note_lang, excerpt;
    List qualifiers;
    Value via;
  };
  static Value value(Parts parts);

 private:
  std::size_t number_;
  const Page& page_;
  const SiteModel& model_;
  const SiteData& data_;
};

// Keys of interface.md that have a part of their own on the page.
inline constexpr std::string_view source_key = "source";

}  // namespace vav
