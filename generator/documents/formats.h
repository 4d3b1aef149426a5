// One reader for each format. Used inside this room only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "documents/document.h"

namespace vav::documents {

bool is_pdf(std::string_view bytes);
bool is_zip(std::string_view bytes);
// Word, Excel, PowerPoint up to 2003.
bool is_old_office(std::string_view bytes);

void clean_pdf(CleanDocument& document);
// Also told of a zip file that is no document: nothing.
void check_office(CleanDocument& document);

// What an XMP packet says of who made a document, written over with spaces in place. `told` gets the names of the
// properties that were not empty, those that name programs and editions only left out.
void blank_xmp(std::string& bytes, std::size_t start, std::size_t size, std::vector<std::string>& told);
// What cameras and programs wrote into a JPEG picture.
void blank_jpeg_metadata(std::string& bytes, std::size_t start, std::size_t size);

// The bytes behind a zlib or raw deflate stream; nothing when it is damaged or holds more than `most`.
std::optional<std::string> inflated(std::string_view packed, bool is_raw, std::size_t most = 64UL << 20U);

}  // namespace vav::documents
