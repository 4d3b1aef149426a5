// The commands of interface.md. The only room that prints.
#pragma once

#include <string>
#include <vector>

#include "build/build_site.h"
#include "diagnostics/diagnostic.h"

namespace vav {

// Exit status, fixed by interface.md.
enum class Exit { fine = 0, content_errors = 1, wrong_arguments = 2, world_refused = 3 };

enum class DiagnosticsFormat { text, json, sarif };

// How findings are told.
struct DiagnosticsStyle {
  DiagnosticsFormat format = DiagnosticsFormat::text;
  std::string language = "en";  // or "sv"
};

// What every command that reads content takes.
struct CommonOptions {
  std::string content;  // "" = the current folder when it holds vav.yaml, else content/
  std::string theme;    // "" = the one beside the program
  std::string sources;  // "" = as vav.yaml says
  std::string today;    // "" = today
  int jobs = 0;         // 0 = as many as there are cores
  bool strict = false;
  DiagnosticsStyle diagnostics;
};

struct BuildCommand {
  CommonOptions common;
  std::string out = "build/site";
  Target target = Target::disk;
  std::string base_url;  // "" = as vav.yaml says
  bool with_drafts = false;
  bool keep_going = false;
  bool explain = false;
  bool profile = false;
  bool twice = false;
};

struct CheckCommand {
  CommonOptions common;
  bool with_drafts = false;
  std::string against;  // a published site, or its manifest; "" = none
};

struct PackCommand {
  CommonOptions common;
  std::string out = "build/site.zip";
};

struct SearchCommand {
  CommonOptions common;
  std::string query;
  bool json = false;
  std::size_t limit = 10;
};

struct TraceCommand {
  CommonOptions common;
  std::string item;
  bool json = false;
};

struct VerifyCommand {
  std::string folder;
  int jobs = 0;
  DiagnosticsStyle diagnostics;
};

struct ServeCommand {
  CommonOptions common;
  int port = 4321;  // 0 = any that is free
};

struct NewCommand {
  CommonOptions common;
  std::string kind;
  std::string title;
  std::string id;    // "" = from the title
  std::string lang;  // "" = the site's own
};

struct InitCommand {
  std::string folder = ".";
  std::string lang = "sv";
  std::string today;     // "" = today
  std::string language;  // of what is printed
};

struct MoveCommand {
  CommonOptions common;
  std::string from, to;  // id of a page, or PAGE#PASSAGE
};

struct BaselineCommand {
  CommonOptions common;
  std::string name;
  bool force = false;  // write over one of that name
};

struct SchemaCommand {
  CommonOptions common;
  std::string out;         // "" = standard output
  bool reference = false;  // the keys of vav.yaml, in Markdown
};

struct ReviewCommand {
  CommonOptions common;
  std::string item;   // id, title, short name or alias; "" with `list`
  bool pin = false;   // links without a pin get one
  bool list = false;  // say what is to be reviewed, and write nothing
};

Exit run_build(const BuildCommand& command);
Exit run_pack(const PackCommand& command);
// Until SIGINT or SIGTERM.
Exit run_serve(const ServeCommand& command);
Exit run_check(const CheckCommand& command);
// Every diagnostic id, its severity and what it means.
Exit list_diagnostics(const std::string& language);
Exit run_verify(const VerifyCommand& command);
Exit run_search(const SearchCommand& command);
Exit run_inspect(const CommonOptions& common, const std::string& page);
// The chain of evidence of one item, both ways.
Exit run_trace(const TraceCommand& command);
Exit run_new(const NewCommand& command);
Exit run_init(const InitCommand& command);
// Renames a page or passage, rewrites what names it, and leaves a redirect; all or nothing.
Exit run_move(const MoveCommand& command);
// Stores what is on the site in CONTENT/baselines/NAME.json.
Exit run_baseline(const BaselineCommand& command);
// Renews the pins of an item's links.
Exit run_review(const ReviewCommand& command);
Exit run_schema(const SchemaCommand& command);
// Every file of the theme with where it comes from, and its settings.
Exit run_theme_list(const CommonOptions& common);
// Copies one file of the theme into CONTENT/theme, to be changed there.
Exit run_theme_eject(const CommonOptions& common, const std::string& file);

}  // namespace vav
