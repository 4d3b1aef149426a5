// A finished page -> the same page, typeset: quotation marks, dashes, ellipses and no-break spaces as the language of
// each piece of text wants them. Tags, attributes, comments and what stands in code, pre, kbd, samp, script, style and
// textarea stay byte for byte, and so do addresses in the text.
#pragma once

#include <string>
#include <string_view>

namespace vav {

// `language` is that of text outside every element with `lang`. Swedish and English have rules; text in any other
// language is left as it is. typeset_html(typeset_html(x)) == typeset_html(x). Any thread. Of HTML that is not well
// formed it never changes more than text. REQUIRES: valid UTF-8.
std::string typeset_html(std::string_view html, std::string_view language);

}  // namespace vav
