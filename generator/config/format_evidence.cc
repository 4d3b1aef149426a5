#include "config/format_evidence.h"

namespace vav {

using enum FormatType;

std::vector<FormatMap> evidence_formats() {
  return {
      {"traceability",
       "The table of what rests on what (sparbarhet/). It comes by itself where kinds of the chain declare evidence: a "
       "row for each of their items, and columns for the items of all other kinds of the chain.",
       {{"rows", text_list, "", false, "kinds of the chain with evidence", "kinds whose items are the rows"},
        {"columns", number, "", false, "12",
         "a kind with at most so many items has a column for each; another has one column with a number"},
        {"filters", text_list, "", false, "all facets of items",
         "facets of `search`, by their id: each value has a table of its own with the rows that have it"}}},
      {"matrix",
       "A table that counts what each item of one kind, such as an actor, has to do with each item of others, such as "
       "subjects (matris/). Every number leads to a list of what it counts.",
       {{"label", local_text, "", true, "", "its heading"},
        {"rows", text, "", true, "", "the kind whose items are the rows"},
        {"columns", text_list, "", true, "", "the kinds whose items are the columns"},
        {"views", map_list, "matrix view", true, "", "what is counted; each view has a table of its own, too"},
        {"invited", text_list, "", false, "",
         "a path, or a list of paths, from a column to the rows that were to say something of it (as `via` of a "
         "section)"},
        {"silent", local_text, "", false, "", "what an invited row is called that says nothing in any `voice` view"}}},
      {"matrix view",
       "Some of what a matrix counts. An item is counted where both a row and a column lead to it.",
       {{"id", text, "", true, "", "a-z, 0-9 and hyphens: its name in addresses"},
        {"label", local_text, "", true, "", "what readers call it, such as: said"},
        {"rows", text_list, "", true, "", "a path, or a list of paths, from a row to what is counted"},
        {"columns", text_list, "", true, "", "a path, or a list of paths, from a column to what is counted"},
        {"voice", flag, "", false, "false", "the row speaks in it, so a row that has some is not silent"}}},
      {"coverage",
       "What `vav check` counts of the evidence: the coverage report, which is a page of the site too (tackning/).",
       {{"limits", values, "", false, "none",
         "by the name of a line of the report: the greatest number that it may have. More is a warning "
         "(coverage-below), so with --strict it stops a build"}}},
  };
}

}  // namespace vav
