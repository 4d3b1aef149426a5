#include <array>
#include <memory>
#include <zlib.h>

#include "documents/formats.h"

namespace vav::documents {

std::optional<std::string> inflated(std::string_view packed, bool is_raw, std::size_t most) {
  z_stream stream{};
  if (inflateInit2(&stream, is_raw ? -MAX_WBITS : MAX_WBITS) != Z_OK) return std::nullopt;
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> ended(&stream, inflateEnd);
  // zlib does not write there; its type has no const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string out;
  std::array<char, 1U << 16U> block{};
  while (true) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    const int status = inflate(&stream, Z_NO_FLUSH);
    out.append(block.data(), block.size() - stream.avail_out);
    if (out.size() > most) return std::nullopt;
    if (status == Z_STREAM_END) return out;
    if (status != Z_OK) return std::nullopt;
  }
}

}  // namespace vav::documents
