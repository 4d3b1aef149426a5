#include <fmt/format.h>

#include "audit/checks.h"
#include "json/json.h"

namespace vav {
namespace {

constexpr int known_format = 1;

class ManifestCheck {
 public:
  ManifestCheck(const Site& site, Diagnostics& findings) : site_(site), findings_(findings) {}

  void check(const Value& manifest) {
    const Value& format = manifest.at("format");
    if (format.integer() == nullptr || *format.integer() != known_format) {
      report(format.place(), say("the format of the manifest is not {}", known_format));
    }
    const Value& target = manifest.at("target");
    if (!target.is_null() && target != Value("disk") && target != Value("web"))
      report(target.place(), say("the target of the manifest is neither disk nor web"));
    const Value& pages = manifest.at("pages");
    if (!pages.is_map()) {
      report(pages.place(), say("the manifest has no map of pages"));
      return;
    }
    for (const Entry& page : *pages.entries()) check_page(page);
    for (const auto& [path, facts] : site_.files) {
      if (is_page(path) && pages.find(path) == nullptr)
        report(pages.place(), say("the manifest does not name \"{}\"", path));
    }
  }

 private:
  void report(Place place, Wording message) {
    if (place.line == 0) place = {1, 1, 1};  // of what is not there
    findings_.add("verify-bad-manifest", {std::string(manifest_name), place}, std::move(message));
  }

  void check_page(const Entry& page) {
    const FileFacts* facts = site_.find(page.key);
    if (facts == nullptr) {
      report(page.key_place, say("\"{}\" is not in the folder", page.key));
      return;
    }
    const Value& hash = page.value.at("sha256");
    if (!hash.is_text()) {
      report(page.key_place, say("\"{}\" has no sha256", page.key));
    } else if (*hash.text() != facts->hash) {
      report(hash.place(), say("\"{}\" is not as it was when its sum was taken", page.key));
    }
    if (const Value& mark = page.value.at("not_public"); !mark.is_null()) {
      findings_.add("verify-internal", {page.key, {}}, say("the page is not for the public: {}", mark.text_or_empty()),
                    say("build the site without --drafts"));
    }
    const bool is_draft = page.value.at("draft") == Value(true) || page.value.at("visibility") == Value("internal");
    if (is_draft) findings_.add("verify-internal", {page.key, {}}, say("the page is not for the public"));
    if (!is_page(page.key)) return;
    const Value* passages = page.value.find("passages");
    if (passages != nullptr && passages->list() == nullptr)
      report(page.key_place, say("the passages of \"{}\" are no list", page.key));
    for (const std::string_view key : {"passages", "headings"}) {
      for (const Value& place : page.value.at(key).items()) {
        if (place.is_text() && facts->anchors.contains(*place.text())) continue;
        report(place.place(), say(R"("{}" has no passage "{}")", page.key, place.text_or_empty()));
      }
    }
  }

  const Site& site_;
  Diagnostics& findings_;
};

}  // namespace

void read_manifest(Site& site) {
  const auto manifest = read_json(site.manifest);
  const Value* value = std::get_if<Value>(&manifest);
  if (value == nullptr) return;
  if (value->at("target") == Value("web")) site.target = Target::web;
  const Entries* pages = value->at("pages").entries();
  if (pages == nullptr) return;
  for (const Entry& page : *pages) {
    if (page.value.at("withdrawn").is_text()) site.withdrawn.insert(page.key);
  }
}

void check_manifest(const Site& site, Diagnostics& findings) {
  const FileFacts* file = site.find(manifest_name);
  if (file == nullptr) {
    findings.add("verify-bad-manifest", {std::string(manifest_name), {}}, say("the folder has no manifest.json"));
    return;
  }
  if (is_not_utf8(*file)) return;  // which is reported
  const auto manifest = read_json(site.manifest);
  if (const JsonFault* fault = std::get_if<JsonFault>(&manifest)) {
    findings.add("verify-bad-manifest", {std::string(manifest_name), fault->place},
                 say("not JSON: {}", fault->message));
    return;
  }
  ManifestCheck(site, findings).check(std::get<Value>(manifest));
}

}  // namespace vav
