#include "audit/published.h"

#include <fmt/format.h>

#include "audit/checks.h"
#include "audit/site.h"
#include "base/address.h"
#include "base/text.h"
#include "json/json.h"

namespace vav {
namespace {

class PublishedCheck {
 public:
  PublishedCheck(const NewSite& site, std::string finding_path)
      : finding_path_(std::move(finding_path)), now_(pages_of(site)) {}

  Diagnostics check(const Value& manifest) && {
    const Entries* pages = manifest.at("pages").entries();
    if (pages == nullptr) return std::move(findings_);
    for (const Entry& page : *pages) check_page(page);
    return std::move(findings_);
  }

 private:
  static Site pages_of(const NewSite& files) {
    Site site;
    for (const auto& [path, bytes] : files) {
      FileFacts& facts = site.files[std::string(path)];
      if (is_page(path)) read_html(path, bytes, facts);
      if (path == manifest_name) site.manifest = bytes;
    }
    read_manifest(site);
    return site;
  }

  void report(std::string_view id, const Place& place, Wording message, Wording hint) {
    findings_.add(id, {finding_path_, place}, std::move(message), std::move(hint));
  }

  void check_page(const Entry& published) {
    if (!is_page(published.key)) return;
    const FileFacts* page = now_.find(published.key);
    if (page == nullptr) {
      report_vanished(published);
      return;
    }
    if (now_.withdrawn.contains(published.key)) return;
    // A script leads from an old address to the place of the same name on the page that is there now.
    const FileFacts* target =
        page->is_redirect ? now_.find(file_at_link(now_, published.key, page->redirect.url)) : page;
    for (const std::string_view key : {"passages", "headings"}) {
      for (const Value& place : published.value.at(key).items()) check_place(published.key, *page, target, place);
    }
  }

  void check_place(const std::string& address, const FileFacts& page, const FileFacts* target, const Value& place) {
    const std::string& id = place.text_or_empty();
    if (page.anchors.contains(id) || (target != nullptr && target->anchors.contains(id))) return;
    report("vanished-passage", place.place(),
           say("{} had a place '{}' that links may lead to, and nothing answers to it", address, id),
           page.is_redirect
               ? say("write on the page where it is now, in redirect_from: \"{}#{} -> its id there\"",
                     folder_of(address), id)
               : say("has it a new id, or other words in its heading? write redirect_from: \"#{} -> new id\" on its "
                     "page; without an arrow when it is gone",
                     id));
  }

  void report_vanished(const Entry& published) {
    const std::string address =
        file_name(published.key) == start_page ? std::string(folder_of(published.key)) : std::string(published.key);
    const bool is_own = published.value.at("id").is_text();
    const Wording hint =
        is_own ? say("has it moved? write redirect_from: {} on the page where it is now; is it gone? keep the page and "
                     "write 'withdrawn' and 'withdrawn_reason' in it",
                     address)
               : say("write redirect_from: {} on the page that readers should come to instead", address);
    report(is_own ? "vanished-address" : "vanished-list", published.key_place,
           say("{} was published, and nothing answers there any more", published.key), hint);
  }

  std::string finding_path_;
  Site now_;
  Diagnostics findings_;
};

}  // namespace

std::string manifest_path(const Disk& disk, const std::string& published) {
  return disk.type_of(published, true) == FileType::folder ? join_path(published, manifest_name) : published;
}

Result<Diagnostics> check_published(const Disk& disk, const std::string& published, const std::string& finding_path,
                                    const NewSite& site) {
  const std::string path = manifest_path(disk, published);
  const Result<std::string> text = disk.read_file(path);
  if (!text) return text.failure();
  const Failure unreadable{fmt::format("{} is not the manifest of a published site", path),
                           "name manifest.json of the site, or the folder that holds it"};
  if (find_invalid_utf8(*text)) return unreadable;
  const auto manifest = read_json(*text);
  const Value* value = std::get_if<Value>(&manifest);
  if (value == nullptr || !value->at("pages").is_map()) return unreadable;
  return PublishedCheck(site, finding_path).check(*value);
}

}  // namespace vav
