// What the world refuses (disk, port, arguments) comes back as a value, never as an exception.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace vav {

// Why the world refused, in a sentence for the reader of a terminal.
struct Failure {
  std::string message;
  std::string hint = {};
};

// A T, or why there is none. (`std::expected` needs C++23 on GCC 12.)
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : data_(std::in_place_index<0>, std::move(value)) {}
  Result(Failure failure) : data_(std::in_place_index<1>, std::move(failure)) {}

  bool ok() const { return data_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok()
  T& value() & { return std::get<0>(data_); }
  const T& value() const& { return std::get<0>(data_); }
  T&& value() && { return std::get<0>(std::move(data_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  // REQUIRES: !ok()
  const Failure& failure() const { return std::get<1>(data_); }

 private:
  std::variant<T, Failure> data_;
};

// Done, or why not.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Failure failure) : failure_(std::move(failure)) {}

  bool ok() const { return !failure_; }
  explicit operator bool() const { return ok(); }

  // REQUIRES: !ok()
  const Failure& failure() const { return *failure_; }

 private:
  std::optional<Failure> failure_;
};

}  // namespace vav
