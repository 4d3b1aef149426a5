// evidence: what vav.yaml declares of the chain, and what authors see of it.
#include <array>

#include "diagnostics/swedish.h"

namespace vav::wording {
namespace {

constexpr auto table = std::to_array<Translation>({
    {"'{}' of the kind '{}'", "'{}' i sorten '{}'"},
    {"'{}' is no field of '{}' with one choice", "'{}' är inget fält med ett enda val i '{}'"},
    {"'{}' is no choice of '{}'", "'{}' är inget val i '{}'"},
    {"'{}' is no text field of '{}'", "'{}' är inget textfält i '{}'"},
    {"nothing stands behind {}", "ingenting bär upp {}"},
    {"name what it rests on, or write {}: {} and the reason in {}",
     "ange vad den vilar på, eller skriv {}: {} och skälet i {}"},
    {"{} says that it rests on nothing, and names what it rests on",
     "{} säger att den inte vilar på något, men anger vad den vilar på"},
    {"{} says that it is parked, and {} rests on it", "{} säger att den är parkerad, men {} vilar på den"},
    {"take one of them away", "ta bort det ena"},
    {"{} stands both under '{}' and under '{}'", "{} står både under '{}' och under '{}'"},
    {"a passage bears in one way: keep one of them, or cite the passages apart",
     "ett stycke talar åt ett håll: behåll det ena, eller hänvisa till styckena vart för sig"},
    {"'{}' points at {}, which has been replaced", "'{}' pekar på {}, som har ersatts"},
    {"point at {} instead, when that says so too", "peka på {} i stället, om samma sak står där"},
    {"first mend the circle of pages that replace one another", "rätta först cirkeln av sidor som ersätter varandra"},
    {"'{}' points at {} here, and not in {}", "'{}' pekar på {} här, men inte i {}"},
    {"write it in {} too, or take it away here", "skriv det i {} också, eller ta bort det här"},
    {"'{}' points at {} in {}, and not here", "'{}' pekar på {} i {}, men inte här"},
    {"write it here too, or take it away in {}", "skriv det här också, eller ta bort det i {}"},
    {"{} stands under '{}' here, and under '{}' in {}", "{} står under '{}' här, men under '{}' i {}"},
    {"write the same on both pages", "skriv samma sak på båda sidorna"},
    {"{} speaks against {}, and nothing is said of that", "{} talar emot {}, och det sägs ingenting om det"},
    {"say beside the link what to make of it: {{ref: {}, {}: …}}",
     "säg intill länken hur det ska förstås: {{ref: {}, {}: …}}"},
    {"'{}: {}' needs a reason", "'{}: {}' behöver ett skäl"},
    {"write it in {}", "skriv det i {}"},
    // vav trace
    {"Rests on", "Vilar på"},
    {"nothing that is named", "inget som anges"},
    {"Led to", "Ledde till"},
    {"nothing yet", "ännu inget"},
    {"[see above]", "[se ovan]"},
    {"The chain is longer: these are the {} items nearest.", "Kedjan är längre: det här är de {} närmaste leden."},
});

}  // namespace

std::span<const Translation> swedish_chain() {
  return table;
}

}  // namespace vav::wording
