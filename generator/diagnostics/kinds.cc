// The catalogue of diagnostics: one line each, grouped by the room that finds it. An id is never renamed or reused.
#include "diagnostics/diagnostic.h"

namespace vav {
namespace {

using enum Severity;

const std::vector<DiagnosticKind> kinds = {
    // any text file
    {"bad-utf8", error, true, "The file is not valid UTF-8. Save it as UTF-8."},
    {"unreadable-file", error, true, "The file cannot be read."},
    // yaml
    {"bad-yaml", error, true, "The YAML cannot be read."},
    {"duplicate-key", error, true, "The same key stands twice in one map."},
    {"yaml-anchor", error, true, "Anchors (&x) and aliases (*x) are not allowed in front matter."},
    {"front-matter-too-large", error, true, "Front matter may be at most 64 KB and 10,000 values."},
    {"yaml-colon", error, true, "A value that holds a colon and a space needs quotation marks."},
    {"yaml-quote", error, true, "A quotation mark opens and does not close, or text follows the one that closes."},
    {"yaml-comment", warning, false,
     "What stands after a space and # in a value is a comment, so it is lost. Quote the value, or write the comment "
     "after two spaces."},
    {"yaml-tab", error, true, "YAML is indented with spaces, never with tabs."},
    {"octal-number", error, true, "A number with a leading zero: YAML may read 010 as eight. Write 10, or quote it."},
    // config and theme
    {"no-config", error, true, "The content folder has no vav.yaml."},
    {"bad-config", error, true, "vav.yaml says something that cannot be right."},
    {"missing-translation", warning, false, "A label of vav.yaml lacks one of the site's languages."},
    {"unknown-key", error, true, "The key is not one that is known here."},
    {"bad-theme", error, true, "The theme lacks what it needs, or has what it cannot use."},
    {"template-syntax", error, true, "The template cannot be read."},
    {"template-unknown-name", error, true, "The template uses a name that it does not get."},
    {"template-type", error, true, "The template uses a value in a way that its type does not allow."},
    {"bad-baseline", error, true, "A file in baselines/ is no baseline. Store it anew with vav baseline."},
    // pages
    {"empty-content", error, true, "The content folder has no pages."},
    {"unknown-folder", error, true, "A Markdown file lies in a folder that no kind of vav.yaml names."},
    {"bad-file-name", error, true, "A page's file name is its id: a-z, 0-9 and hyphens only."},
    {"no-front-matter", error, true, "A page starts with front matter between two lines of ---."},
    {"missing-field", error, true, "A field that the kind requires is missing."},
    {"bad-value", error, true, "The value is not of the type that the field has."},
    {"unfilled-gap", error, false,
     "What vav new left to be written still stands there. Write it in its place; an optional line may be taken away."},
    {"too-few", error, true, "A relation points at fewer pages than it must."},
    {"too-many", error, true, "A relation points at more pages than it may."},
    {"written-inverse", error, true, "The other side of a relation appears by itself; it is written on one page only."},
    {"private-email", error, false, "A field for the mailbox of a role holds one that looks like a person's."},
    {"unknown-language", error, false, "The page is in a language that vav.yaml does not list under site.languages."},
    {"stale-page", warning, false, "The day on which the page was to be reviewed has passed."},
    {"old-date", warning, false, "A date of the page is longer ago than its field allows by max_age_days."},
    {"bad-date", error, true,
     "Not a date of the calendar. Write 2025-05-08, or 2025-05 or 2025 where a partial date is allowed."},
    {"duplicate-id", error, true, "Two pages have the same id."},
    {"duplicate-address", error, true, "Two pages have the same address."},
    {"raw-html", error, true, "Raw HTML is not let through to the page."},
    {"forbidden-scheme", error, true, "A link may lead to http, https, mailto or tel, or to a place on this site."},
    {"markdown-too-complex", error, true, "The page nests or repeats so much that it is taken for a mistake."},
    {"duplicate-passage", error, true, "Two passages of one page have the same id."},
    {"bad-passage", error, true, "A passage id {#id} stands at the end of a text and holds a-z, 0-9 and hyphens only."},
    {"broken-wikilink", warning, false,
     "[[ that is not closed by ]] on its line, or names nothing, is shown as it stands."},
    {"unclosed-block", error, true, "A block that begins with ::: is not closed; what stands in it is hidden."},
    {"unknown-block", error, true,
     "A line of colons begins no block that vav knows, or closes none; what it may have meant to hide is hidden."},
    {"bad-language", error, true, "A language is named by its code: en, sv, en-GB."},
    {"heading-level", warning, false, "The headings of a page start at ## and go down one level at a time."},
    {"missing-file", error, true, "The page names a file that is not there."},
    {"bad-image", error, false, "A picture is damaged, or holds what cannot be published safely."},
    {"bad-document", error, false,
     "A document is damaged or encrypted, or does more than be read: code, other files in it, an old format."},
    {"document-metadata", error, false, "A document tells who made it, and vav cannot take that out."},
    {"unused-file", warning, false, "A file lies beside the pages, but no page names it."},
    // proofreading
    {"empty-link-text", error, false, "A link has no words to read."},
    {"poor-link-text", warning, false, "A link's words do not tell where it leads."},
    {"missing-alt", error, false, "A picture has no alternative text."},
    {"alt-is-file-name", warning, false, "A picture's alternative text is the name of a file."},
    {"bold-as-heading", warning, false, "A paragraph in bold stands where a heading should."},
    {"table-without-header", warning, false, "A table, or a column with content in it, has no header."},
    {"personal-number", error, true, "A personal identity number or coordination number never stands on a page."},
    {"personal-email", error, false, "A mailbox that looks like a person's, and that vav.yaml does not allow."},
    {"phone-number", warning, false, "A telephone number that vav.yaml does not allow."},
    {"unreviewed-person", warning, false, "A page that tells of persons says in 'reviewed' when it was looked over."},
    {"long-sentence", note, false, "A sentence has more words than text.longest_sentence of vav.yaml."},
    // graph
    {"unknown-reference", error, true, "No page has this id, title, short name or alias."},
    {"ambiguous-reference", error, true, "Several pages answer to this name."},
    {"wrong-kind", error, true, "The relation may not point at a page of this kind."},
    {"dead-link", error, true, "The link leads to a page that does not exist."},
    {"dead-anchor", error, true, "The page exists, but has no passage or heading with this id."},
    {"cites-internal", error, true, "A public page points at a page that is for editors only."},
    {"duplicate-reference", error, false, "A relation points at the same page twice."},
    {"duplicate-translation", error, false, "A page has one translation into each language."},
    {"cycle", error, true, "Pages lead back to themselves along relations that may not go round."},
    {"bad-items", error, true, "A block of items asks for something that the knowledge base does not have."},
    {"self-reference", error, true, "The page points at itself."},
    {"unknown-section", error, false, "A link names a section that the page it points at does not list."},
    {"suspect-link", warning, false, "What a link rests on has changed since somebody last read both."},
    {"misquote", error, false, "A quotation does not stand in what it cites."},
    {"bad-pin", error, true, "The fingerprint of a link belongs to no text that could change."},
    {"uncited-section", warning, false, "A page lists a section of itself that no page cites."},
    {"bad-redirect", error, true,
     "An entry of redirect_from leads in a circle, to another one, from a place that is still there, or to one that is "
     "not."},
    // evidence
    {"no-evidence", warning, false, "An item of the chain names nothing that it rests on, and does not say why."},
    {"missing-reason", error, false, "A page says that it rests on nothing, or is parked, and gives no reason."},
    {"contradictory-declaration", error, false,
     "A page says that it rests on nothing or is parked, and its relations say otherwise."},
    {"contradictory-evidence", error, false, "One passage stands both for and against the same item."},
    {"replaced-evidence", warning, false, "A link of the chain points at an item that another has replaced."},
    {"translation-differs", warning, false,
     "A translation names something else that the item rests on, or replaces, than the page that it translates."},
    {"unanswered-objection", warning, false, "Something speaks against an item, and nothing is said of that."},
    {"coverage-below", warning, false, "The evidence lacks more than a limit of vav.yaml allows."},
    // check --against a published site
    {"vanished-address", error, false, "A page was published, and nothing answers at its address any more."},
    {"vanished-passage", error, false, "A passage was published, and nothing answers to its id any more."},
    {"vanished-list", warning, false,
     "A page that vav makes by itself, such as a list, was published, and nothing answers at its address any more."},
    // output
    {"duplicate-output", error, true, "Two parts of the site want to write the same file."},
    {"unsafe-path", error, true, "Windows cannot hold a file or folder of this name, or a path of this length."},
    // verify, on a finished folder
    {"verify-broken-link", error, true, "A link leads to a file that is not in the folder."},
    {"verify-broken-fragment", error, true, "A link names a place that its page does not have."},
    {"verify-root-relative", error, true, "A link starts with / and would not work from a folder on disk."},
    {"verify-folder-link", error, true,
     "From disk a link to a folder opens a listing instead of the page; on the web each page has one address, that of "
     "its folder with / at the end."},
    {"verify-external-resource", error, true, "The page loads something from outside the folder."},
    {"verify-inline-script", error, true, "The page holds a script, style or event handler of its own."},
    {"verify-integrity-attribute", error, true,
     "Browsers refuse files with an integrity attribute when opened from disk, and on the web those whose bytes are "
     "others than it says."},
    {"verify-online-only-script", error, true,
     "A script uses fetch, a module or a file worker, which do not work from disk."},
    {"verify-redirect-chain", error, true,
     "A page that sends its readers on leads to another one that does, or to itself."},
    {"verify-orphan", error, true, "No link leads to the page."},
    {"verify-bad-sum", error, true, "A file does not match SHA256SUMS."},
    {"verify-bad-manifest", error, true, "manifest.json is missing, broken, or does not match the folder."},
    {"verify-bad-name", error, true,
     "A file name that some systems cannot hold: too long, reserved, or alike but for case."},
    {"verify-no-policy", error, true,
     "The page has no content security policy, or one that lets in more than the site itself."},
    {"verify-personal-number", error, true, "A file holds a personal identity number or coordination number."},
    {"verify-internal", error, true, "The page is a draft or for editors only."},
    {"verify-metadata", error, true, "A picture or document tells who made it, where, or with what."},
    {"verify-bad-document", error, true,
     "A document is damaged or encrypted, or does more than be read: code, other files in it, an old format."},
    {"verify-not-a-site", error, true, "The folder is not a site that vav has written."},
};

}  // namespace

const std::vector<DiagnosticKind>& diagnostic_kinds() {
  return kinds;
}

}  // namespace vav
