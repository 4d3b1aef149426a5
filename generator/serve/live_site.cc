#include "serve/live_site.h"

#include <algorithm>
#include <utility>

#include "base/value.h"
#include "diagnostics/print.h"

namespace vav {

std::string findings_json(const Site& site) {
  if (!site.failure) return to_json(site.findings, site.language);
  const Value finding = Value::map({{"id", ""},
                                    {"severity", "error"},
                                    {"path", ""},
                                    {"line", 0},
                                    {"column", 0},
                                    {"length", 0},
                                    {"message", site.failure->message},
                                    {"hint", site.failure->hint}});
  return to_json(Value(List{finding}));
}

void LiveSite::publish(Result<Build> build) {
  auto site = std::make_shared<Site>();
  site->language = language_;
  if (build) {
    site->findings = std::move(build->diagnostics);
    site->tree = std::move(build->tree);
  } else {
    site->failure = build.failure();
  }
  {
    const std::lock_guard lock(mutex_);
    site->number = current_ ? current_->number + 1 : 1;
    if (!site->tree && current_) {
      site->tree = current_->tree;
      site->stale = true;
    }
    current_ = std::move(site);
  }
  changed_.notify_all();
}

std::shared_ptr<const Site> LiveSite::current() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

LiveSite::Stream LiveSite::open_stream() {
  const std::lock_guard lock(mutex_);
  streams_.push_back(next_stream_++);
  if (streams_.size() > most_streams_) {
    streams_.pop_front();
    changed_.notify_all();
  }
  return streams_.back();
}

void LiveSite::close_stream(Stream stream) {
  const std::lock_guard lock(mutex_);
  std::erase(streams_, stream);
}

LiveSite::News LiveSite::wait(Stream stream, std::size_t seen, std::chrono::milliseconds patience) const {
  std::unique_lock lock(mutex_);
  const auto is_over = [&] { return ended_ || std::ranges::find(streams_, stream) == streams_.end(); };
  const auto is_new = [&] { return current_ && current_->number > seen; };
  changed_.wait_for(lock, patience, [&] { return is_over() || is_new(); });
  if (is_over()) return News::end;
  return is_new() ? News::site : News::nothing;
}

void LiveSite::end_streams() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
}

}  // namespace vav
