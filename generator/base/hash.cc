#include "base/hash.h"

#include <array>
#include <fmt/format.h>
#include <sha2.h>
#include <xxhash.h>

namespace vav {

std::string fingerprint(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string sha256(std::string_view bytes) {
  SHA2_CTX state;
  SHA256Init(&state);
  SHA256Update(&state, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
  SHA256Final(digest.data(), &state);
  std::string hex;
  for (const std::uint8_t byte : digest) hex += fmt::format("{:02x}", byte);
  return hex;
}

std::string integrity_of(std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  SHA2_CTX state;
  SHA384Init(&state);
  SHA384Update(&state, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::array<std::uint8_t, SHA384_DIGEST_LENGTH> digest{};
  SHA384Final(digest.data(), &state);
  std::string text = "sha384-";
  // 48 bytes are 16 whole groups of three, so nothing is padded.
  for (std::size_t i = 0; i < digest.size(); i += 3) {
    const unsigned group = digest[i] << 16U | digest[i + 1] << 8U | digest[i + 2];
    for (const unsigned shift : {18U, 12U, 6U, 0U}) text += digits[group >> shift & 63U];
  }
  return text;
}

}  // namespace vav
