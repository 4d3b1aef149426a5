#include "proofreading/scan_source.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "base/white_space.h"
#include "pages/field_parts.h"
#include "pages/front_matter.h"
#include "proofreading/personal_data.h"

namespace vav {
namespace {

// Bytes of the file that a look leaves out.
struct Skipped {
  std::size_t begin = 0, end = 0;
};

class SourceScan {
 public:
  SourceScan(const SourceFile& source, const Page& page, const SiteConfig& config, Diagnostics& diagnostics)
      : text_(source.text), page_(page), config_(config), diagnostics_(diagnostics) {
    const SplitSource parts = split_front_matter(text_);
    body_start_ = text_.size() - parts.body.size();
    skip(SourcePart::Form::hidden);
    skip_internal_fields();
  }

  void run() {
    for (const PersonalDatum& one : find_personal_numbers(text_))
      report(one, "personal-number", say("this looks like a personal identity number"),
             say("take it away; vav.yaml cannot allow it"));
    look_at_shown_numbers();
    if (page_.internal) return;
    skip(SourcePart::Form::code);
    skip_role_mailboxes();
    for (const PersonalDatum& one : find_emails(text_)) look_at_email(one);
    for (const PersonalDatum& one : find_phones(text_)) look_at_phone(one);
  }

 private:
  // What markup divides in the file, readers see whole. The place is that of its first six digits.
  void look_at_shown_numbers() {
    for (const TextBlock& block : page_.document.text()) {
      const std::string shown = without_soft_hyphens(block.text);
      for (const PersonalDatum& one : find_personal_numbers(shown)) {
        const std::string_view number = std::string_view(shown).substr(one.offset, one.length);
        if (text_.find(number) != std::string_view::npos) continue;
        const std::size_t start = std::min(text_.find(number.substr(0, 6)), text_.size());
        report({start, 6}, "personal-number", say("this looks like a personal identity number"),
               say("take it away; vav.yaml cannot allow it"));
      }
    }
  }

  void skip(SourcePart::Form form) {
    for (const SourcePart& part : page_.document.prose().set_apart) {
      if (part.form == form) skipped_.push_back({body_start_ + part.begin, body_start_ + part.end});
    }
  }

  // From the line of its key to that of the next key.
  void skip_internal_fields() {
    const Kind& kind = config_.schema.kinds[page_.kind];
    std::size_t offset = 0;
    bool inside = false;
    for (const std::string_view line : split(text_.substr(0, body_start_), '\n')) {
      const std::size_t colon = line.find(':');
      const bool is_key = !line.empty() && std::string_view(" \t-#").find(line[0]) == std::string_view::npos;
      if (is_key) {
        const Field* field = colon == std::string_view::npos ? nullptr : kind.find_field(trim(line.substr(0, colon)));
        inside = field != nullptr && field->internal;
      }
      if (inside) skipped_.push_back({offset, offset + line.size()});
      offset += line.size() + 1;
    }
  }

  void skip_role_mailboxes() {
    for (const FieldValues& given : page_.fields) {
      for_each_value(config_.schema.kinds[page_.kind].fields[given.field], given.values,
                     [&](const Field& field, const Value& value) {
                       if (field.type == FieldType::role_email) role_places_.push_back(value.place());
                     });
    }
  }

  bool is_skipped(const PersonalDatum& one) const {
    return std::ranges::any_of(skipped_,
                               [&](const Skipped& part) { return one.offset >= part.begin && one.offset < part.end; });
  }

  void look_at_email(const PersonalDatum& one) {
    const std::string email(text_.substr(one.offset, one.length));
    const auto same = [&](const std::string& allowed) { return to_lower(allowed) == to_lower(email); };
    if (is_functional_email(email) || std::ranges::any_of(config_.text.allowed_emails, same)) return;
    const LineColumn at = locate(text_, one.offset);
    const bool told_as_field = std::ranges::any_of(role_places_, [&](const Place& place) {
      return place.line == at.line && at.column >= place.column && at.column <= place.column + place.length;
    });
    if (told_as_field) return;
    report(one, "personal-email", say("'{}' looks like the mailbox of a person", email),
           say("write the mailbox of a role or office, or allow it in vav.yaml under {}", "allow.emails"));
  }

  void look_at_phone(const PersonalDatum& one) {
    const std::string phone(text_.substr(one.offset, one.length));
    const auto same = [&](const std::string& allowed) { return dialled(allowed) == dialled(phone); };
    if (std::ranges::any_of(config_.text.allowed_phones, same)) return;
    report(one, "phone-number", say("'{}' looks like a telephone number", phone),
           say("take it away, or allow it in vav.yaml under {}", "allow.phones"));
  }

  void report(const PersonalDatum& one, std::string_view id, Wording message, Wording hint) {
    if (is_skipped(one)) return;
    const LineColumn at = locate(text_, one.offset);
    const auto length = static_cast<int>(count_characters(text_.substr(one.offset, one.length)));
    diagnostics_.add(id, {page_.path, {at.line, at.column, length}}, std::move(message), std::move(hint));
  }

  std::string_view text_;
  const Page& page_;
  const SiteConfig& config_;
  Diagnostics& diagnostics_;
  std::size_t body_start_ = 0;
  std::vector<Skipped> skipped_;
  std::vector<Place> role_places_;
};

}  // namespace

void scan_source(const SourceFile& source, const Page& page, const SiteConfig& config, Diagnostics& diagnostics) {
  SourceScan(source, page, config, diagnostics).run();
}

}  // namespace vav
