// queries: what writers of blocks ```items see.
#include <array>

#include "diagnostics/swedish.h"

namespace vav::wording {
namespace {

constexpr auto table = std::to_array<Translation>({
    {"a field's text has no tables of items", "texten i ett fält kan inte ha tabeller med items"},
    {"a block of items", "ett block med items"},
    {"a block of items is a map of keys, not {}",
     "ett block med items är en nyckelgrupp (rader med nyckel: värde), inte {}"},
    {"write first what it asks for: kind: …", "skriv först vad det frågar efter: kind: …"},
    {"the block does not say which kind of items it asks for", "blocket säger inte vilken sort det frågar efter"},
    {"'{}' cannot be asked for", "det går inte att fråga efter '{}'"},
    {"ask for a relation, or for a choice, a flag, a number, a date or a text",
     "fråga efter ett samband, eller efter ett val, ja eller nej, ett tal, ett datum eller en text"},
    {"'{}' must have a value", "'{}' ska ha ett värde"},
    {"the introduction of a list is no item: 'this' means nothing here",
     "en listas inledning är ingen egen sida i kunskapsbasen: 'this' betyder inget här"},
    {"{} is of the kind '{}', not '{}'", "{} är av sorten '{}', inte '{}'"},
    {"'show' must be table or list", "'show' ska vara table eller list"},
    {"a list of names", "en lista med namn"},
    {"'{}' cannot be counted", "'{}' går inte att räkna"},
    {"count: stands before a relation", "count: står före ett samband"},
    {"items cannot be sorted by '{}'", "det går inte att sortera efter '{}'"},
    {"sort by title, date, kind, or a field of one value",
     "sortera efter title, date, kind eller ett fält med ett enda värde"},
    {"'limit' must be a whole number from 1", "'limit' ska vara ett heltal från 1"},
    {"'{}' is for editors only", "'{}' är bara för redaktörer"},
    {"a page shows what every reader may see", "en sida visar det som alla läsare får se"},
    {"'{}' has no relation '{}' that leads to what the block asks for",
     "'{}' har inget samband '{}' som leder till det som blocket frågar efter"},
    {"'{}' has no field or relation '{}'", "'{}' har inget fält eller samband '{}'"},
});

}  // namespace

std::span<const Translation> swedish_items() {
  return table;
}

}  // namespace vav::wording
