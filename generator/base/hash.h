// Fingerprints (fast, for change detection and asset names) and SHA-256 (for people who check what they got).
#pragma once

#include <string>
#include <string_view>

namespace vav {

// XXH3, 128 bits, as 32 lower-case hex digits. Not for security.
std::string fingerprint(std::string_view bytes);
// FIPS 180-4 SHA-256, as 64 lower-case hex digits.
std::string sha256(std::string_view bytes);
// FIPS 180-4 SHA-384 in Base64, as an integrity attribute has it: "sha384-…" (https://www.w3.org/TR/SRI/).
std::string integrity_of(std::string_view bytes);

}  // namespace vav
