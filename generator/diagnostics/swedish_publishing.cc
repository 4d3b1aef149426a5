// config, pages, build, audit: where the site lies, addresses that stay, and moving pages.
#include <array>

#include "diagnostics/swedish.h"

namespace vav::wording {
namespace {

constexpr auto table = std::to_array<Translation>({
    // render
    {"url needs an address, not a {}", "url behöver en adress, inte {}"},
    // audit
    {"the target of the manifest is neither disk nor web", "manifestets target är varken disk eller web"},
    {"browsers refuse {}, which has other bytes than the integrity attribute says",
     "webbläsare vägrar ta emot {}, som har andra byte än integrity-attributet säger"},
    {"build the site again", "bygg webbplatsen igen"},
    {"\"{}\" is not the address of a page on the web, which ends in /",
     "\"{}\" är inte adressen till en sida på webben, som slutar med /"},
    // pages
    {"write it from the top of the site, such as moten/gammalt-namn: a-z, 0-9, - . and /; or "
     "moten/gammalt-namn#stycke -> nytt-stycke",
     "skriv den från webbplatsens topp, som moten/gammalt-namn: a-z, 0-9, - . och /; eller "
     "moten/gammalt-namn#stycke -> nytt-stycke"},
    {"'{}' is said of a page that is withdrawn", "'{}' sägs om en sida som är indragen"},
    {"write the day on which it was, in 'withdrawn', or leave the line out",
     "skriv dagen då den drogs in, i 'withdrawn', eller ta bort raden"},
    {"a page that is withdrawn says why in 'withdrawn_reason'",
     "en sida som är indragen säger varför i 'withdrawn_reason'"},
    {"readers of the old address will see it", "den som kommer till den gamla adressen ser det"},
    // graph
    {"it leads to '#{}', which leads on itself", "den leder till '#{}', som själv leder vidare"},
    {"the page has no passage or heading '{}'", "sidan har inget stycke och ingen rubrik '{}'"},
    {"lead straight to where the passage is now", "led direkt dit stycket finns nu"},
    {"lead to one that is there, or to none", "led till ett som finns, eller till inget"},
    {"another redirect leads on from '#{}' there", "en annan rad leder redan vidare från '#{}' där"},
    {"keep one of them", "behåll en av dem"},
    {"no page is at {}, and none was", "ingen sida finns på {}, och ingen har funnits där"},
    {"name in redirect_from where that address leads now, without '#'",
     "skriv i redirect_from vart den adressen leder nu, utan '#'"},
    {"{} still has '#{}'", "{} har fortfarande '#{}'"},
    {"a place that is there cannot lead elsewhere: leave this out",
     "ett ställe som finns kan inte leda någon annanstans: ta bort raden"},
    // audit
    {"the page sends its readers to itself", "sidan skickar läsaren till sig själv"},
    {"the page sends its readers to {}, which sends them on",
     "sidan skickar läsaren till {}, som i sin tur skickar vidare"},
    {"lead straight to the page that is to be read", "led direkt till sidan som ska läsas"},
    {"{} had a place '{}' that links may lead to, and nothing answers to it",
     "{} hade ett ställe '{}' som länkar kan leda till, och ingenting svarar på det"},
    {"write on the page where it is now, in redirect_from: \"{}#{} -> its id there\"",
     "skriv på sidan där det finns nu, i redirect_from: \"{}#{} -> dess id där\""},
    {"has it a new id, or other words in its heading? write redirect_from: \"#{} -> new id\" on its page; without an "
     "arrow when it is gone",
     "har det ett nytt id, eller har rubriken andra ord? skriv redirect_from: \"#{} -> nytt id\" på sidan; utan pil om "
     "det är borta"},
    {"{} was published, and nothing answers there any more",
     "{} har varit publicerad, och där svarar ingenting längre"},
    {"has it moved? write redirect_from: {} on the page where it is now; is it gone? keep the page and write "
     "'withdrawn' "
     "and 'withdrawn_reason' in it",
     "har den flyttat? skriv redirect_from: {} på sidan där den finns nu; är den borta? behåll sidan och skriv "
     "'withdrawn' och 'withdrawn_reason' i den"},
    {"write redirect_from: {} on the page that readers should come to instead",
     "skriv redirect_from: {} på sidan som läsaren ska komma till i stället"},
    // cli
    {"{} is gone", "{} är borta"},
    {"{} is written", "{} är skriven"},
    {"{} leads on", "{} leder vidare"},
    {"{} links and names rewritten", "{} länkar och namn ändrade"},
    // config
    {"'{}' is not the address of a site", "'{}' är ingen adress till en webbplats"},
    {"write where its start page lies, such as https://example.org/kunskap/",
     "skriv var startsidan ligger, till exempel https://example.org/kunskap/"},
});

}  // namespace

std::span<const Translation> swedish_publishing() {
  return table;
}

}  // namespace vav::wording
