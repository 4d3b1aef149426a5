// A finished page -> the same page, typeset: quotation marks, dashes, ellipses and no-break spaces as the language of
// each piece of text wants them. Tags, attributes, comments and what stands in code, pre, kbd, samp, script, style and
// textarea stay byte for byte, and so do addresses in the text.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/word_break.h"

namespace vav {

// `breaks` say where words of h1, h2 and h3 may break: there they get soft hyphens (U+00AD), in whatever language.
// `language` is that of text outside every element with `lang`. Swedish and English have rules; text in any other
// language is left as it is. typeset_html(typeset_html(x)) == typeset_html(x). Any thread. Of HTML that is not well
// formed it never changes more than text. REQUIRES: valid UTF-8.
std::string typeset_html(std::string_view html, std::string_view language, std::span<const WordBreak> breaks = {});

}  // namespace vav
