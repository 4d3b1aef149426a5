#include "search/language_rules.h"

#include <algorithm>
#include <iterator>

#include "base/unicode.h"

namespace vav {
namespace {

// The definite forms -et and -an, the neuter -t and the like are left by Snowball's Swedish stemmer.
const LanguageRules& swedish_rules() {
  static const LanguageRules rules = {
      .endings = {u"et", u"an", u"en", u"n", u"s", u"t"},
      .swaps = {{u"ld", u"lt"}, {u"nd", u"nt"}, {u"rd", u"rt"}, {u"mm", u"m"}, {u"ium", u"i"}},
      .derivations = {u"isering", u"isation", u"arskap", u"ering", u"ation", u"ition", u"iell", u"ning",
                      u"ling",    u"else",    u"skap",   u"iser",  u"isk",   u"ist",   u"ism",  u"ell",
                      u"ans",     u"ant",     u"ens",    u"ent",   u"ing",   u"ion",   u"ad",   u"al",
                      u"an",      u"ik",      u"er",     u"är",    u"t"},
      .joints = {u"hets", u"ar", u"es", u"s", u"e", u"o", u"u", u"a"},
      .light = {u"gör",   u"göra",  u"gjort",  u"finns",  u"finnas",  u"ska",   u"skall",  u"bör",     u"måste",
                u"vill",  u"får",   u"få",     u"fick",   u"ge",      u"ger",   u"gäller", u"handlar", u"säger",
                u"sade",  u"sagt",  u"tycker", u"kommer", u"behöver", u"går",   u"gå",     u"tar",     u"ta",
                u"ser",   u"mer",   u"mest",   u"hos",    u"andra",   u"annan", u"olika",  u"även",    u"också",
                u"borde", u"kunna", u"genom",  u"samt",   u"bara",    u"nya",   u"ny"},
      .months = {u"januari", u"februari", u"mars", u"april", u"maj", u"juni", u"juli", u"augusti", u"september",
                 u"oktober", u"november", u"december"},
      .irregular = {{u"man", u"män", u"mannen", u"männen"},
                    {u"år", u"året", u"åren"},
                    {u"son", u"söner"},
                    {u"dotter", u"döttrar"},
                    {u"bror", u"bröder"},
                    {u"syster", u"systrar"},
                    {u"förälder", u"föräldrar", u"föräldern"},
                    {u"far", u"fäder"},
                    {u"mor", u"mödrar"},
                    {u"hand", u"händer"},
                    {u"stad", u"städer"},
                    {u"land", u"länder"},
                    {u"bok", u"böcker"},
                    {u"fot", u"fötter"},
                    {u"natt", u"nätter"},
                    {u"rot", u"rötter"},
                    {u"bonde", u"bönder"},
                    {u"ledamot", u"ledamöter"},
                    {u"ålder", u"åldrar", u"åldern"},
                    {u"hinder", u"hindret", u"hindra"},
                    {u"exempel", u"exemplet", u"exemplen"},
                    {u"mönster", u"mönstret", u"mönstren"},
                    {u"medel", u"medlet", u"medlen"},
                    {u"regel", u"regler", u"regeln"},
                    {u"nummer", u"numret", u"numren"},
                    {u"centrum", u"centret"},
                    {u"enkel", u"enkla"},
                    {u"stöd", u"stödja", u"stödjer"},
                    {u"god", u"bra", u"bättre", u"bäst"},
                    {u"stor", u"större", u"störst"},
                    {u"liten", u"små", u"mindre", u"minst"},
                    {u"hög", u"högre", u"högst"},
                    {u"låg", u"lägre", u"lägst"},
                    {u"ung", u"yngre", u"yngst"},
                    {u"gammal", u"gamla", u"äldre", u"äldst"},
                    {u"lång", u"längre", u"längst"},
                    {u"många", u"fler", u"flest"},
                    {u"få", u"färre"},
                    {u"dålig", u"sämre", u"sämst"},
                    {u"ge", u"ger", u"gav", u"gett", u"givit"},
                    {u"ta", u"tar", u"tog", u"tagit"},
                    {u"göra", u"gör", u"gjorde", u"gjort"},
                    {u"säga", u"säger", u"sade", u"sagt"},
                    {u"se", u"ser", u"såg", u"sett"},
                    {u"stå", u"står", u"stod", u"stått"},
                    {u"förstå", u"förstår", u"förstod", u"förstått"},
                    {u"föreslå", u"föreslår", u"föreslås", u"föreslog", u"föreslogs", u"föreslagit"},
                    {u"bidra", u"bidrar", u"bidrog", u"bidragit"},
                    {u"delta", u"deltar", u"deltog", u"deltagit"},
                    {u"driva", u"driver", u"drev", u"drivit"},
                    {u"skriva", u"skriver", u"skrev", u"skrivit"},
                    {u"bryta", u"bryter", u"bröt", u"brutit"},
                    {u"finnas", u"finns", u"fanns", u"funnits"},
                    {u"vinna", u"vinner", u"vann", u"vunnit"},
                    {u"hålla", u"håller", u"höll", u"hållit"},
                    {u"komma", u"kommer", u"kom", u"kommit"},
                    {u"leda", u"leder", u"ledde", u"lett"},
                    {u"välja", u"väljer", u"valde", u"valt"},
                    {u"sätta", u"sätter", u"satte", u"satt"},
                    {u"utsätta", u"utsätter", u"utsatte", u"utsatt"},
                    {u"anställa", u"anställer", u"anställd", u"anställt"}}};
  return rules;
}

Value list_of(const std::vector<std::u16string>& texts) {
  List list;
  for (const std::u16string& text : texts) list.emplace_back(to_utf8(text));
  return list;
}

Value list_of(const std::vector<std::vector<std::u16string>>& groups) {
  List list;
  for (const auto& group : groups) list.push_back(list_of(group));
  return list;
}

}  // namespace

const LanguageRules& language_rules(std::string_view language) {
  static const LanguageRules none;
  return language == "sv" ? swedish_rules() : none;
}

Value rules_value(const LanguageRules& rules) {
  return Value::map({{"endings", list_of(rules.endings)},
                     {"swaps", list_of(rules.swaps)},
                     {"derivations", list_of(rules.derivations)},
                     {"joints", list_of(rules.joints)},
                     {"light", list_of(rules.light)},
                     {"months", list_of(rules.months)},
                     {"irregular", list_of(rules.irregular)}});
}

char16_t fold_unit(char16_t unit) {
  switch (unit) {
    case u'å':
    case u'ä':
    case u'á':
    case u'à':
    case u'â':
    case u'ã':
      return u'a';
    case u'ö':
    case u'ø':
    case u'ó':
    case u'ò':
    case u'ô':
    case u'õ':
      return u'o';
    case u'é':
    case u'è':
    case u'ê':
    case u'ë':
      return u'e';
    case u'ü':
    case u'ú':
    case u'ù':
    case u'û':
      return u'u';
    case u'í':
    case u'ì':
    case u'î':
    case u'ï':
      return u'i';
    case u'ñ':
      return u'n';
    case u'ç':
      return u'c';
    case u'ý':
    case u'ÿ':
      return u'y';
    default:
      return unit;
  }
}

std::u16string fold(std::u16string_view text) {
  std::u16string folded(text);
  std::transform(folded.begin(), folded.end(), folded.begin(), fold_unit);
  return folded;
}

}  // namespace vav
