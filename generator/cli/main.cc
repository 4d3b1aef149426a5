// Arguments in, exit status out.
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <map>

#include "base/address.h"
#include "base/date.h"
#include "cli/commands.h"

namespace {

using vav::CommonOptions;
using vav::DiagnosticsFormat;
using vav::Exit;

const std::map<std::string, DiagnosticsFormat> diagnostics_formats = {
    {"text", DiagnosticsFormat::text}, {"json", DiagnosticsFormat::json}, {"sarif", DiagnosticsFormat::sarif}};

const std::map<std::string, vav::Target> targets = {{"disk", vav::Target::disk}, {"web", vav::Target::web}};

std::string check_base_url(const std::string& text) {
  return vav::normal_base_url(text) ? "" : "must be an address such as https://example.org/kunskap/";
}

std::string check_date(const std::string& text) {
  const auto date = vav::parse_date(text);
  return date && date->whole() ? "" : "must be a day such as 2026-11-22";
}

// The language that the user's surroundings ask for, as other programs see it. vav speaks two.
std::string language_of_surroundings() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(name);
    if (locale != nullptr && *locale != '\0') return std::string_view(locale).starts_with("sv") ? "sv" : "en";
  }
  return "en";
}

void add_language(CLI::App& command, std::string& language) {
  language = language_of_surroundings();
  command
      .add_option("--language", language,
                  "language of findings: sv or en (default: as LC_ALL, LC_MESSAGES or LANG says)")
      ->check(CLI::IsMember({"sv", "en"}));
}

void add_diagnostics(CLI::App& command, vav::DiagnosticsStyle& style) {
  command.add_option("--diagnostics", style.format, "how findings are told: text, json or sarif")
      ->transform(CLI::CheckedTransformer(diagnostics_formats, CLI::ignore_case));
  add_language(command, style.language);
}

void add_today(CLI::App& command, std::string& today) {
  command
      .add_option("--today", today,
                  "the day that counts as today (default: SOURCE_DATE_EPOCH, else today in Stockholm)")
      ->check(check_date);
}

void add_common(CLI::App& command, CommonOptions& common) {
  command.add_option("CONTENT", common.content, "the folder that holds vav.yaml (default: here, else content/)");
  command.add_flag("--strict", common.strict, "warnings fail");
  command.add_option("--jobs", common.jobs, "number of threads (default: the number of cores)")
      ->check(CLI::Range(1, 1024));
  command.add_option("--theme", common.theme, "folder of the theme (default: the one that comes with vav)");
  command.add_option("--sources", common.sources,
                     "folder with the texts of sources, ID.txt or ID.md, for quotations (default: as vav.yaml says)");
  add_today(command, common.today);
  add_diagnostics(command, common.diagnostics);
}

// Each adds its command to the program and says in `run` what is to be done when it is asked for.
void add_build(CLI::App& app, vav::BuildCommand& build, std::function<Exit()>& run) {
  CLI::App& command =
      *app.add_subcommand("build", "weaves CONTENT into a website that works from a folder and on any server");
  add_common(command, build.common);
  command.add_option("--out", build.out, "folder of the site")->capture_default_str();
  command
      .add_option("--target", build.target,
                  "disk: every link names a file, for a folder and any server; web: addresses end in /, for a server")
      ->transform(CLI::CheckedTransformer(targets, CLI::ignore_case))
      ->default_str("disk");
  command
      .add_option("--base-url", build.base_url,
                  "where the site lies, such as https://example.org/kunskap/ (default: site.url of vav.yaml)")
      ->check(check_base_url);
  command.add_flag("--drafts", build.with_drafts, "take drafts and pages of coming days along");
  command.add_flag("--keep-going", build.keep_going, "write the site without the faulty pages (exit status 1)");
  command.add_flag("--explain", build.explain, "say of each file why it is written");
  command.add_flag("--profile", build.profile, "say how long each pass took, and the peak memory");
  command.add_flag("--twice", build.twice, "build twice, with another number of threads, and compare");
  command.callback([&] { run = [&] { return vav::run_build(build); }; });
}

void add_pack(CLI::App& app, vav::PackCommand& pack, std::function<Exit()>& run) {
  CLI::App& command = *app.add_subcommand(
      "pack", "weaves CONTENT into one zip file to hand out, which opens from a folder without a server");
  add_common(command, pack.common);
  command.add_option("--out", pack.out, "the file")->capture_default_str();
  command.callback([&] { run = [&] { return vav::run_pack(pack); }; });
}

void add_serve(CLI::App& app, vav::ServeCommand& serve, std::function<Exit()>& run) {
  CLI::App& command = *app.add_subcommand(
      "serve", "shows the site in a browser on this machine, and anew whenever something is saved; writes nothing");
  add_common(command, serve.common);
  command.add_option("--port", serve.port, "port on 127.0.0.1; 0 = any that is free (the address is printed)")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  command.callback([&] { run = [&] { return vav::run_serve(serve); }; });
}

void add_check(CLI::App& app, vav::CheckCommand& check, bool& list, std::function<Exit()>& run) {
  CLI::App& command = *app.add_subcommand("check", "finds everything that is wrong, and writes nothing");
  add_common(command, check.common);
  command.add_flag("--list", list, "explain every finding that there is");
  command.add_flag("--drafts", check.with_drafts, "check drafts as if they were published");
  command.add_option("--against", check.against,
                     "a published site or its manifest.json: every address and passage there must still be answered");
  command.callback([&] {
    run = [&] { return list ? vav::list_diagnostics(check.common.diagnostics.language) : vav::run_check(check); };
  });
}

void add_verify(CLI::App& app, vav::VerifyCommand& verify, std::function<Exit()>& run) {
  CLI::App& command =
      *app.add_subcommand("verify", "proves of a finished site that it is portable, complete and clean");
  command.add_option("DIR", verify.folder, "the finished site")->required();
  command.add_option("--jobs", verify.jobs, "number of threads")->check(CLI::Range(1, 1024));
  add_diagnostics(command, verify.diagnostics);
  command.callback([&] { run = [&] { return vav::run_verify(verify); }; });
}

void add_search(CLI::App& app, vav::SearchCommand& search, std::string& format, std::function<Exit()>& run) {
  CLI::App& command = *app.add_subcommand("search", "searches as the search page does");
  command.add_option("QUERY", search.query, "what to look for")->required();
  add_common(command, search.common);
  command.add_option("--format", format, "text or json")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
  command.add_option("--limit", search.limit, "number of hits")->capture_default_str();
  command.callback([&] {
    search.json = format == "json";
    run = [&] { return vav::run_search(search); };
  });
}

void add_inspect(CLI::App& app, CommonOptions& common, std::string& page, std::function<Exit()>& run) {
  CLI::App& command = *app.add_subcommand("inspect", "shows the data that a template gets for a page");
  command.add_option("PAGE", page, "id, title, short name or alias; or an address in the site, such as a-o/index.html")
      ->required();
  add_common(command, common);
  command.callback([&] { run = [&] { return vav::run_inspect(common, page); }; });
}

void add_trace(CLI::App& app, vav::TraceCommand& trace, std::string& format, std::function<Exit()>& run) {
  CLI::App& command = *app.add_subcommand("trace", "shows what an item rests on, and what came of it");
  command.add_option("ID", trace.item, "id, title, short name or alias of the item")->required();
  add_common(command, trace.common);
  command.add_option("--format", format, "text or json")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
  command.callback([&] {
    trace.json = format == "json";
    run = [&] { return vav::run_trace(trace); };
  });
}

void add_new(CLI::App& app, vav::NewCommand& page, std::function<Exit()>& run) {
  CLI::App& command = *app.add_subcommand("new", "makes a new page with what its kind wants, ready to be filled in");
  command.add_option("KIND", page.kind, "id of a kind of vav.yaml")->required();
  command.add_option("TITLE", page.title, "title of the page")->required();
  add_common(command, page.common);
  command.add_option("--id", page.id, "id of the page, which is its file name (default: from the title)");
  command.add_option("--lang", page.lang, "language of the page (default: the site's own)");
  command.callback([&] { run = [&] { return vav::run_new(page); }; });
}

void add_init(CLI::App& app, vav::InitCommand& init, std::function<Exit()>& run) {
  CLI::App& command = *app.add_subcommand("init", "makes a small knowledge base to start from, which builds at once");
  command.add_option("DIR", init.folder, "folder for it")->capture_default_str();
  command.add_option("--lang", init.lang, "language of the knowledge base: sv or en")
      ->check(CLI::IsMember({"sv", "en"}))
      ->capture_default_str();
  add_today(command, init.today);
  add_language(command, init.language);
  command.callback([&] { run = [&] { return vav::run_init(init); }; });
}

void add_move(CLI::App& app, vav::MoveCommand& move, std::function<Exit()>& run) {
  CLI::App& command = *app.add_subcommand(
      "move", "renames a page, rewrites every link to it and lets its old address lead on; all or nothing");
  command.add_option("OLD", move.from, "id of the page; or PAGE#PASSAGE")->required();
  command.add_option("NEW", move.to, "its new id; or PAGE#PASSAGE")->required();
  add_common(command, move.common);
  command.callback([&] { run = [&] { return vav::run_move(move); }; });
}

void add_schema(CLI::App& app, vav::SchemaCommand& schema, std::function<Exit()>& run) {
  CLI::App& command =
      *app.add_subcommand("schema", "JSON Schema of vav.yaml and of the front matter of each kind, for editors");
  add_common(command, schema.common);
  command.add_option("--out", schema.out, "folder for a file each (default: all of them on standard output)");
  command.add_flag("--reference", schema.reference, "every key of vav.yaml, as Markdown");
  command.callback([&] { run = [&] { return vav::run_schema(schema); }; });
}

void add_baseline(CLI::App& app, vav::BaselineCommand& baseline, std::function<Exit()>& run) {
  CLI::App& command =
      *app.add_subcommand("baseline", "stores what is on the site now, so that the site can tell what has come since");
  command
      .add_option("NAME", baseline.name,
                  "what it is called in addresses: the id of an item, such as a meeting; a day; or another name")
      ->required();
  add_common(command, baseline.common);
  command.add_flag("--force", baseline.force, "write over a baseline of that name");
  command.callback([&] { run = [&] { return vav::run_baseline(baseline); }; });
}

void add_review(CLI::App& app, vav::ReviewCommand& review, std::function<Exit()>& run) {
  CLI::App& command = *app.add_subcommand(
      "review",
      "confirms that an item still rests on what its links cite, when that has changed since they were pinned");
  command.add_option("ID", review.item, "id, title, short name or alias of the item");
  add_common(command, review.common);
  command.add_flag("--pin", review.pin, "links to passages that have no pin get one");
  command.add_flag("--list", review.list, "tell every link that is to be reviewed, and write nothing");
  command.callback([&] { run = [&] { return vav::run_review(review); }; });
}

void add_theme_options(CLI::App& command, CommonOptions& common) {
  command.add_option("CONTENT", common.content, "the folder that holds vav.yaml (default: here, else content/)");
  command.add_option("--theme", common.theme, "folder of the theme (default: the one that comes with vav)");
  add_language(command, common.diagnostics.language);
}

void add_theme(CLI::App& app, CommonOptions& common, std::string& file, std::function<Exit()>& run) {
  CLI::App& command =
      *app.add_subcommand("theme", "what pages look like: the files of the theme, and how to change one");
  command.require_subcommand(1);
  CLI::App& list = *command.add_subcommand("list", "every file of the theme, where it comes from and what it is for");
  add_theme_options(list, common);
  list.callback([&] { run = [&] { return vav::run_theme_list(common); }; });
  CLI::App& eject = *command.add_subcommand("eject", "copies one file of the theme into CONTENT/theme, to be changed");
  eject.add_option("FILE", file, "path in the theme, such as templates/page.html")->required();
  add_theme_options(eject, common);
  eject.callback([&] { run = [&] { return vav::run_theme_eject(common, file); }; });
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("vav weaves a folder of Markdown pages into a cross-linked, searchable website.", "vav");
  app.require_subcommand(1);
  app.set_version_flag("--version", VAV_VERSION);
  app.footer("Exit status: 0 fine, 1 the content has errors, 2 wrong arguments, 3 the world refused (disk, port).");
  std::function<Exit()> run;
  vav::BuildCommand build;
  vav::PackCommand pack;
  vav::ServeCommand serve;
  vav::TraceCommand trace;
  vav::VerifyCommand verify;
  vav::SearchCommand search;
  vav::NewCommand page_to_make;
  vav::InitCommand init;
  vav::MoveCommand move;
  vav::SchemaCommand schema;
  vav::BaselineCommand baseline;
  vav::ReviewCommand review;
  vav::CheckCommand check;
  CommonOptions inspect, theme;
  bool list = false;
  std::string page, theme_file;
  std::string format = "text";
  add_build(app, build, run);
  add_pack(app, pack, run);
  add_serve(app, serve, run);
  add_check(app, check, list, run);
  add_verify(app, verify, run);
  add_search(app, search, format, run);
  add_inspect(app, inspect, page, run);
  add_trace(app, trace, format, run);
  add_new(app, page_to_make, run);
  add_init(app, init, run);
  add_move(app, move, run);
  add_schema(app, schema, run);
  add_baseline(app, baseline, run);
  add_review(app, review, run);
  add_theme(app, theme, theme_file, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? static_cast<int>(Exit::fine) : static_cast<int>(Exit::wrong_arguments);
  }
  return static_cast<int>(run());
}
