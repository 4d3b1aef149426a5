#include "templates/template_parser.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

#include "base/text.h"

namespace vav::templates {
namespace {

class TemplateParser {
 public:
  TemplateParser(Template& result, Surroundings surroundings, Diagnostics& diagnostics)
      : result_(result),
        surroundings_(surroundings),
        findings_(result, diagnostics),
        tokens_(read_tokens(result.text, findings_), findings_),
        expressions_(tokens_, surroundings.names, surroundings.own_filters) {}

  void run() {
    result_.body = parse_body();
    if (result_.parent) check_child();
  }

 private:
  // A tag that is still to be closed.
  struct Open {
    std::string_view tag;
    Range range;
    bool else_seen = false;
  };
  using TagReader = void (TemplateParser::*)(Range, std::vector<Statement>&);

  std::vector<Statement> parse_body() {
    std::vector<Statement> body;
    while (tokens_.peek().kind != TokenKind::end) {
      const Token token = tokens_.peek();
      if (token.kind == TokenKind::text) {
        tokens_.next();
        add(body, StatementKind::text, token.range);
      } else if (token.kind == TokenKind::print_open) {
        tokens_.next();
        Statement& print = add(body, StatementKind::print, token.range);
        print.expression = parse_expression();
        tokens_.finish_tag();
      } else if (!is_closing(word_of_tag())) {
        read_tag(body);
      } else if (closes_open_tag(word_of_tag())) {
        break;
      } else {
        report_stray();
      }
    }
    return body;
  }

  static Statement& add(std::vector<Statement>& body, StatementKind kind, Range range) {
    Statement& statement = body.emplace_back();
    statement.kind = kind;
    statement.range = range;
    return statement;
  }

  Expression parse_expression() {
    Expression result = expressions_.parse();
    note_parent_call();
    return sound(std::move(result));
  }

  // Half an expression is never kept: it could be a filter without its arguments.
  Expression sound(Expression expression) const { return tokens_.failed() ? Expression() : std::move(expression); }

  void note_parent_call() {
    const auto call = expressions_.take_parent_call();
    if (!call) return;
    if (blocks_.empty()) {
      findings_.add(*call, say("super() stands outside of a block"));
    } else if (!result_.blocks[blocks_.back()].parent_call) {
      result_.blocks[blocks_.back()].parent_call = call;
    }
  }

  // The word after "{%", which is the next token.
  std::string_view word_of_tag() const {
    return tokens_.peek(1).kind == TokenKind::name ? tokens_.text(tokens_.peek(1)) : std::string_view();
  }

  static bool is_closing(std::string_view word) {
    static constexpr std::array<std::string_view, 6> words = {"else", "elif", "endif", "endfor", "endwith", "endblock"};
    return std::ranges::find(words, word) != words.end();
  }

  static bool closes(const Open& open, std::string_view word) {
    if (word == "elif") return open.tag == "if" && !open.else_seen;
    if (word == "else") return (open.tag == "if" || open.tag == "for") && !open.else_seen;
    return word.substr(3) == open.tag;
  }
  // Also of an outer one: then the inner ones are not closed, and say so themselves.
  bool closes_open_tag(std::string_view word) const {
    return std::ranges::any_of(open_, [&](const Open& open) { return closes(open, word); });
  }

  void report_stray() {
    tokens_.next();
    const Token word = tokens_.next();
    Wording hint;
    if (!open_.empty())
      hint = say("the tag that is open is '{}' of line {}", open_.back().tag, findings_.line_of(open_.back().range));
    tokens_.fail(word.range, say("'{}' fits no tag before it", tokens_.text(word)), std::move(hint));
    tokens_.finish_tag();
  }

  void read_tag(std::vector<Statement>& body) {
    static constexpr std::array<std::pair<std::string_view, TagReader>, 7> tags = {
        {{"if", &TemplateParser::read_if},
         {"for", &TemplateParser::read_for},
         {"set", &TemplateParser::read_set},
         {"with", &TemplateParser::read_with},
         {"include", &TemplateParser::read_include},
         {"extends", &TemplateParser::read_extends},
         {"block", &TemplateParser::read_block}}};
    const Range open = tokens_.next().range;
    const Token token = tokens_.peek();
    if (token.kind != TokenKind::name) {
      tokens_.fail(open, say("a tag starts with a word: if, for, set, with, include, extends, block, raw"));
      tokens_.finish_tag();
      return;
    }
    tokens_.next();
    const auto* const tag =
        std::ranges::find(tags, tokens_.text(token), &std::pair<std::string_view, TagReader>::first);
    if (tag != tags.end()) {
      (this->*tag->second)(token.range, body);
      return;
    }
    std::vector<std::string> known = {"raw", "else", "elif", "endif", "endfor", "endwith", "endblock", "endraw"};
    for (const auto& [name, reader] : tags) known.emplace_back(name);
    tokens_.fail(token.range, say("unknown tag '{}'", tokens_.text(token)), did_you_mean(tokens_.text(token), known));
    tokens_.finish_tag();
  }

  // Enters a tag with a body. A template that nests too deep is given up as a whole: what follows would only be echoes.
  bool enter(std::string_view tag, Range range) {
    if (open_.size() >= static_cast<std::size_t>(nesting_limit)) {
      findings_.add(range, say("tags nest deeper than {} levels", nesting_limit));
      tokens_.skip_to_end();
      gave_up_ = true;
      return false;
    }
    open_.push_back({tag, range});
    return true;
  }

  bool at_tag(std::string_view word) const {
    return tokens_.peek().kind == TokenKind::tag_open && tokens_.at_word(word, 1);
  }
  void take_tag() {
    tokens_.next();
    tokens_.next();
  }

  void leave(std::string_view end) {
    const Open open = open_.back();
    open_.pop_back();
    if (at_tag(end)) {
      take_tag();
    } else if (!gave_up_) {
      findings_.add(open.range, say("'{}' is not closed: '{}' is missing", open.tag, end));
    }
  }

  void read_if(Range range, std::vector<Statement>& body) {
    if (!enter("if", range)) return;
    Statement statement;
    statement.kind = StatementKind::condition;
    statement.range = range;
    statement.parts = std::make_unique<Compound>();
    std::vector<Branch>& branches = statement.parts->branches;
    branches.push_back({parse_expression(), {}});
    tokens_.finish_tag();
    branches.back().body = parse_body();
    while (at_tag("elif") || at_tag("else")) {
      const bool is_else = at_tag("else");
      if (open_.back().else_seen) break;
      take_tag();
      open_.back().else_seen = is_else;
      branches.emplace_back();
      if (!is_else) branches.back().condition = parse_expression();
      tokens_.finish_tag();
      branches.back().body = parse_body();
    }
    leave_and_finish("endif");
    body.push_back(std::move(statement));
  }

  void leave_and_finish(std::string_view end) {
    const bool found = at_tag(end);
    leave(end);
    if (found) tokens_.finish_tag();
  }

  NameId parse_target() {
    const Token token = tokens_.peek();
    if (token.kind != TokenKind::name) {
      tokens_.fail_here(say("a name is missing"));
      return no_index;
    }
    if (is_reserved(tokens_.text(token))) {
      tokens_.fail_here(say("'{}' cannot be used as a name", tokens_.text(token)));
      return no_index;
    }
    tokens_.next();
    return surroundings_.names.intern(tokens_.text(token));
  }

  void read_for(Range range, std::vector<Statement>& body) {
    if (!enter("for", range)) return;
    Statement statement;
    statement.kind = StatementKind::loop;
    statement.range = range;
    statement.parts = std::make_unique<Compound>();
    Compound& parts = *statement.parts;
    parts.first = parse_target();
    if (tokens_.take_symbol(",")) parts.second = parse_target();
    if (!tokens_.take_word("in")) tokens_.fail_here(say("'in' is missing"));
    statement.expression = sound(expressions_.parse_without_condition());
    note_parent_call();
    if (tokens_.at_word("if")) {
      tokens_.fail_here(say("'for' takes no 'if'"), say("choose with selectattr or rejectattr, or put an 'if' inside"));
    }
    tokens_.finish_tag();
    parts.body = parse_body();
    if (at_tag("else") && !open_.back().else_seen) {
      take_tag();
      open_.back().else_seen = true;
      tokens_.finish_tag();
      parts.otherwise = parse_body();
    }
    leave_and_finish("endfor");
    body.push_back(std::move(statement));
  }

  Assignment parse_assignment() {
    Assignment result;
    result.name = parse_target();
    if (tokens_.at_symbol(".")) tokens_.fail_here(say("only a name can be set, not a part of a value"));
    if (!tokens_.take_symbol("=")) {
      tokens_.fail_here(say("'=' is missing"), tokens_.at_close() ? say("write {{% set name = value %}}") : Wording{});
    }
    expressions_.take_literal_count();
    result.value = parse_expression();
    result.literals = expressions_.take_literal_count();
    return result;
  }

  void read_set(Range range, std::vector<Statement>& body) {
    Statement& statement = add(body, StatementKind::assign, range);
    statement.parts = std::make_unique<Compound>();
    statement.parts->assignments.push_back(parse_assignment());
    tokens_.finish_tag();
  }

  void read_with(Range range, std::vector<Statement>& body) {
    if (!enter("with", range)) return;
    Statement statement;
    statement.kind = StatementKind::with;
    statement.range = range;
    statement.parts = std::make_unique<Compound>();
    if (!tokens_.at_close()) {
      do {
        statement.parts->assignments.push_back(parse_assignment());
      } while (tokens_.take_symbol(","));
    }
    tokens_.finish_tag();
    statement.parts->body = parse_body();
    leave_and_finish("endwith");
    body.push_back(std::move(statement));
  }

  // The quoted name of another template.
  std::optional<Link> parse_link(std::string_view tag) {
    const Token token = tokens_.peek();
    if (token.kind != TokenKind::text_literal) {
      tokens_.fail_here(say("'{}' is followed by the quoted name of a template", tag));
      return std::nullopt;
    }
    tokens_.next();
    const std::string_view quoted = tokens_.text(token);
    const std::string_view name = quoted.substr(1, quoted.size() - 2);
    const auto found = surroundings_.templates.find(name);
    if (found != surroundings_.templates.end()) return Link{found->second, token.range};
    std::vector<std::string> known;
    known.reserve(surroundings_.templates.size());
    for (const auto& [other, index] : surroundings_.templates) known.push_back(other);
    findings_.add(token.range, say("there is no template '{}'", name), did_you_mean(name, known));
    return Link{no_index, token.range};
  }

  void read_include(Range range, std::vector<Statement>& body) {
    const auto link = parse_link("include");
    tokens_.finish_tag();
    if (!link) return;
    Statement& statement = add(body, StatementKind::include, range);
    statement.target = static_cast<Index>(result_.includes.size());
    result_.includes.push_back(*link);
  }

  void read_extends(Range range, std::vector<Statement>& /*body*/) {
    const auto link = parse_link("extends");
    if (!open_.empty()) tokens_.fail(range, say("'extends' stands inside another tag"));
    if (result_.parent) tokens_.fail(range, say("a template extends one other only"));
    tokens_.finish_tag();
    if (link && open_.empty() && !result_.parent) result_.parent = *link;
  }

  void read_block(Range range, std::vector<Statement>& body) {
    const Token token = tokens_.peek();
    const NameId name = parse_target();
    tokens_.finish_tag();
    if (!enter("block", range)) return;
    const bool is_second = std::ranges::find(result_.blocks, name, &Block::name) != result_.blocks.end();
    if (is_second && name != no_index)
      findings_.add(token.range, say("the template has a block '{}' already", tokens_.text(token)));
    const std::size_t index = result_.blocks.size();
    Block& block = result_.blocks.emplace_back();
    block.name = name;
    block.range = token.range;
    block.top_level = blocks_.empty();
    blocks_.push_back(index);
    std::vector<Statement> inside = parse_body();
    result_.blocks[index].body = std::move(inside);
    blocks_.pop_back();
    const bool found = at_tag("endblock");
    leave("endblock");
    if (found) finish_endblock(name);
    add(body, StatementKind::block, range).target = name;
  }

  // "endblock" may repeat the name.
  void finish_endblock(NameId name) {
    const Token token = tokens_.peek();
    if (token.kind == TokenKind::name) {
      tokens_.next();
      const std::string_view given = tokens_.text(token);
      if (name != no_index && given != surroundings_.names.text(name)) {
        tokens_.fail(token.range, say("the block that ends here is '{}'", surroundings_.names.text(name)));
      }
    }
    tokens_.finish_tag();
  }

  // In a template that extends another only blocks are shown; anything else would vanish without a word.
  void check_child() {
    for (const Statement& statement : result_.body) {
      const bool blank = statement.kind == StatementKind::text && is_blank(findings_.text_of(statement.range));
      if (blank || statement.kind == StatementKind::assign || statement.kind == StatementKind::block) continue;
      Range range = statement.range;
      if (statement.kind == StatementKind::text) {
        const std::string_view text = findings_.text_of(range);
        const std::size_t lead = text.find(trim(text).front());
        range = {static_cast<std::uint32_t>(range.offset + lead), 1};
      }
      findings_.add(range, say("this is never shown: the template extends another, so only its blocks are"),
                    say("move it into a block"));
      return;
    }
  }

  Template& result_;
  Surroundings surroundings_;
  SyntaxFindings findings_;
  TokenStream tokens_;
  ExpressionParser expressions_;
  std::vector<Open> open_;
  std::vector<std::size_t> blocks_;  // indices of the blocks that are open
  bool gave_up_ = false;
};

}  // namespace

void parse_template(Template& result, Surroundings surroundings, Diagnostics& diagnostics) {
  TemplateParser(result, surroundings, diagnostics).run();
}

}  // namespace vav::templates
