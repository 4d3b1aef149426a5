#include "graph/automatic_mentions.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "base/unicode.h"

namespace vav {
namespace {

class MentionFinder {
 public:
  MentionFinder(const TextOfPage& text, const AutomaticNames& names)
      : text_(text), page_(text.pages[text.number]), names_(names) {}

  AutomaticMentions find() {
    for (const WrittenName& name : page_.no_mentions) {
      if (to_lower(name.text) == "all") return {};
      switched_off_.insert(to_lower(name.text));
    }
    linked_.insert(text_.number);
    linked_.insert(text_.twins.begin(), text_.twins.end());
    add_written(text_.links);
    for (const auto& links : text_.rich_links) add_written(links);
    find_abbreviated_links();
    const auto& blocks = page_.document.linkable();
    for (std::size_t block = 0; block < blocks.size(); ++block) {
      for (const LinkableRun& run : blocks[block].runs) read_run(block, run);
    }
    for (const auto& [page, link] : abbreviated_links_) found_.abbreviated_links.push_back(link);
    std::ranges::sort(found_.abbreviated_links);
    return std::move(found_);
  }

 private:
  void add_written(const std::vector<ResolvedLink>& links) {
    for (const ResolvedLink& link : links) {
      if (link.target == ResolvedLink::Target::page) linked_.insert(link.page);
    }
  }

  // [[UKÄ]] may be where a reader meets the abbreviation first.
  void find_abbreviated_links() {
    const auto& written = page_.document.links();
    for (std::size_t i = 0; i < written.size(); ++i) {
      if (written[i].form != LinkForm::wikilink || text_.links[i].target != ResolvedLink::Target::page) continue;
      const Page& other = text_.pages[text_.links[i].page];
      const bool shows_it = (written[i].text.empty() ? written[i].target : written[i].text) == other.short_name;
      if (shows_it && other.lang == page_.lang && names_.has_abbreviation(text_.links[i].page) &&
          !is_off(other.short_name, other))
        abbreviated_links_.emplace(text_.links[i].page, i);
    }
  }

  bool is_off(const std::string& name, const Page& other) const {
    return !switched_off_.empty() && (switched_off_.contains(to_lower(name)) || switched_off_.contains(other.id));
  }

  void read_run(std::size_t block, const LinkableRun& run) {
    const std::string_view text = page_.document.linkable()[block].text;
    std::size_t at = run.begin;
    while (at < run.end) {
      const std::size_t word_end = end_of_word(text, at);
      if (word_end == at) {
        decode_character(text, at);
        continue;
      }
      const auto match = starts_here(text, at) ? names_.find(text, at, word_end, run.end, page_.lang) : std::nullopt;
      if (match) add(*match, block, at, run.links_before);
      // What is no link all the same is not read again for a shorter name within it.
      at = match ? std::max(match->end, word_end) : word_end;
    }
  }

  // No part of a longer word, compound or address.
  static bool starts_here(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    std::size_t before = at - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0U) == 0x80U) --before;
    const std::string_view sign = text.substr(before, at - before);
    for (const std::string_view joint : {"-", "\u00AD", "\u2010", "\u2011", "@", ".", "/", "#"}) {
      if (sign == joint) return false;
    }
    return end_of_word(text, before) == before;
  }

  void add(const AutomaticNames::Match& match, std::size_t block, std::size_t begin, std::size_t links_before) {
    const std::size_t other = match.name->page;
    if (is_off(match.name->text, text_.pages[other])) return;
    NamedInText one{.block = block, .begin = begin, .end = match.end, .name_end = match.name_end, .page = other};
    one.linked = linked_.insert(other).second;
    one.abbreviation = match.name->abbreviation && is_first_use(other, links_before);
    if (one.linked || one.abbreviation) found_.names.push_back(one);
  }

  bool is_first_use(std::size_t other, std::size_t links_before) {
    if (!used_.insert(other).second) return false;
    const auto link = abbreviated_links_.find(other);
    if (link == abbreviated_links_.end()) return true;
    if (link->second < links_before) return false;
    abbreviated_links_.erase(link);
    return true;
  }

  const TextOfPage& text_;
  const Page& page_;
  const AutomaticNames& names_;
  AutomaticMentions found_;
  std::set<std::size_t> linked_;                          // pages that no more links of the text may lead to
  std::set<std::size_t> used_;                            // pages whose abbreviation the text has used
  std::map<std::size_t, std::size_t> abbreviated_links_;  // page -> first wikilink that shows its abbreviation
  std::set<std::string> switched_off_;                    // names and ids
};

}  // namespace

AutomaticMentions find_automatic_mentions(const TextOfPage& text, const AutomaticNames& names) {
  return MentionFinder(text, names).find();
}

}  // namespace vav
