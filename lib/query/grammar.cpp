// The grammar of include/heard/query/parse.hpp in Spirit X3. After whatever cannot be anything else
// (an operator, an opening bracket) the grammar expects (`>`) and does not try again, so a rule is
// read once, and where it stops is where its fault is.
#include "query/grammar.hpp"

#include "query/bytes.hpp"

#include <boost/fusion/include/at_c.hpp>
#include <boost/spirit/home/x3.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace heard::query {
namespace {

namespace x3 = boost::spirit::x3;

using iterator = const char*;
using slice = boost::iterator_range<iterator>;

/// One byte of a class in bytes.hpp.
template <bool (*in_class)(char)>
struct byte_of : x3::char_parser<byte_of<in_class>> {
  using char_type = char;
  using attribute_type = x3::unused_type;
  static constexpr bool has_attribute = false;

  template <typename Context>
  bool test(char byte, const Context&) const {
    return in_class(byte);
  }
};

/// What a parse remembers besides the tree. X3 recurses on the machine's stack, so depth is
/// counted.
struct memory {
  iterator begin;
  std::vector<std::uint32_t> open = {};  ///< Where each bracket that is open stands.
  std::uint32_t closed = 0;              ///< The end of the bracket closed last.
  std::vector<fault> faults = {};        ///< Of operators, whose places the tree does not keep.

  std::uint32_t offset(iterator at) const { return static_cast<std::uint32_t>(at - begin); }
  place at(const slice& s) const { return {offset(s.begin()), offset(s.end())}; }
};

struct memory_tag;
struct too_deep {};

/// An operator that joins what stands left of it to what stands right of it.
struct joiner {
  node_kind kind = node_kind::both;
  std::uint8_t distance = 0;
};

template <typename Context>
memory& memory_of(const Context& context) {
  return x3::get<memory_tag>(context).get();
}

std::uint8_t number(const slice& digits) {
  unsigned value = 0;
  for (const char digit : digits) {
    value = std::min(value * 10 + static_cast<unsigned>(digit - '0'), 255U);
  }
  return static_cast<std::uint8_t>(value);
}

node leaf(node_kind kind, const slice& text, place where) {
  node made;
  made.kind = kind;
  made.text.assign(text.begin(), text.end());
  made.where = where;
  return made;
}

// Actions.

constexpr auto keep = [](auto& context) { x3::_val(context) = std::move(x3::_attr(context)); };

constexpr auto make_word = [](auto& context) {
  using boost::fusion::at_c;
  const slice prefix = at_c<0>(x3::_attr(context));
  const slice text = at_c<1>(x3::_attr(context));
  const slice fuzzy = at_c<2>(x3::_attr(context));
  node made =
      leaf(node_kind::word, text, memory_of(context).at(slice(prefix.begin(), fuzzy.end())));
  if (!prefix.empty()) {
    made.prefix = prefix.front() == '=' ? word_prefix::exact : word_prefix::stem;
  }
  // ~0 would be read as no ~ at all; 255 is as wrong, and check() says so.
  if (!fuzzy.empty()) {
    const std::uint8_t n = number(slice(fuzzy.begin() + 1, fuzzy.end()));
    made.distance = n == 0 ? 255 : n;
  }
  x3::_val(context) = std::move(made);
};

/// Phrases, lists and themes: a mark of one byte stands before the text, and `after` bytes behind.
template <node_kind kind, int after>
constexpr auto make_marked = [](auto& context) {
  const slice text = x3::_attr(context);
  x3::_val(context) =
      leaf(kind, text, memory_of(context).at(slice(text.begin() - 1, text.end() + after)));
};

constexpr auto make_distance = [](auto& context) {
  using boost::fusion::at_c;
  const slice name = at_c<0>(x3::_attr(context));
  const slice digits = at_c<1>(x3::_attr(context));
  const std::uint8_t n = number(digits);
  if (n < 1 || n > 50) {
    memory& m = memory_of(context);
    m.faults.push_back({fmt::format("{0} takes a number from 1 to 50, as in {0}/5",
                                    std::string_view(name.begin(), name.size())),
                        m.at(slice(name.begin(), digits.end()))});
  }
  x3::_val(context) = joiner{name.front() == 'N' ? node_kind::near : node_kind::before, n};
};

constexpr auto make_and = [](auto& context) {
  x3::_val(context) = joiner{x3::_attr(context) ? node_kind::both_not : node_kind::both, 0};
};

constexpr auto join = [](auto& context) {
  using boost::fusion::at_c;
  const joiner with = at_c<0>(x3::_attr(context));
  node& right = at_c<1>(x3::_attr(context));
  node& left = x3::_val(context);
  node made;
  made.kind = with.kind;
  made.distance = with.distance;
  made.where = {left.where.first, right.where.last};
  made.children.reserve(2);
  made.children.push_back(std::move(left));
  made.children.push_back(std::move(right));
  left = std::move(made);
};

constexpr auto collect = [](auto& context) {
  std::vector<node>& alternatives = x3::_attr(context);
  if (alternatives.size() == 1) {
    x3::_val(context) = std::move(alternatives.front());
    return;
  }
  node made;
  made.kind = node_kind::either;
  made.where = {alternatives.front().where.first, alternatives.back().where.last};
  made.children = std::move(alternatives);
  x3::_val(context) = std::move(made);
};

constexpr auto open = [](auto& context) {
  memory& m = memory_of(context);
  m.open.push_back(m.offset(x3::_attr(context).begin()));
  if (m.open.size() > max_depth) throw too_deep{};
};

constexpr auto close = [](auto& context) {
  memory& m = memory_of(context);
  m.closed = m.offset(x3::_attr(context).end());
  node& inside = x3::_val(context);
  // A fault is shown with the brackets it stands in; what is itself an item needs none.
  if (!inside.children.empty() && inside.kind != node_kind::sentence) {
    inside.where = {m.open.back(), m.closed};
  }
  m.open.pop_back();
};

constexpr auto make_sentence = [](auto& context) {
  using boost::fusion::at_c;
  memory& m = memory_of(context);
  node made;
  made.kind = node_kind::sentence;
  made.where = {m.offset(at_c<0>(x3::_attr(context)).begin()), m.closed};
  made.children.push_back(std::move(at_c<1>(x3::_attr(context))));
  x3::_val(context) = std::move(made);
};

// Rules. The names are what explain() is told that the grammar looked for.

constexpr auto name_item = "item";
constexpr auto name_bracket = "bracket";

template <typename Id, typename Value = node>
constexpr auto an_item = x3::rule<Id, Value>{name_item};

const auto any = an_item<struct any_id>;

const auto space = byte_of<is_space>{};
const auto plain = byte_of<is_plain>{};
const auto run_end = !byte_of<in_run>{};

/// The bytes that a parser takes. A rule around raw[], which has no type of its own in a sequence.
constexpr auto bytes = [](const auto& parser) {
  return x3::rule<struct bytes_id, slice>{"bytes"} = x3::raw[parser];
};

/// Operators are upper case, and end where a word would end.
constexpr auto keyword = [](const char* text) { return x3::lexeme[x3::lit(text) >> run_end]; };

const auto address_rest = +byte_of<is_address>{};
const auto address = (x3::no_case[x3::lit("www.")] >> address_rest) |
                     (+byte_of<is_letter>{} >> x3::lit("://") >> address_rest) |
                     (+byte_of<is_mailbox>{} >> x3::lit('@') >> address_rest);

const auto reserved = (x3::lit("AND") | x3::lit("OR") | x3::lit("NOT") | x3::lit("NEAR") |
                       x3::lit("BEFORE") | x3::lit("SENTENCE")) >>
                      run_end;

const auto word = an_item<struct word_id> =
    x3::lexeme[!reserved >> bytes(-(x3::lit('=') | x3::lit('%'))) >> bytes(address | +plain) >>
               bytes(-(x3::lit('~') >> +byte_of<is_digit>{})) >> run_end][make_word];

const auto phrase = an_item<struct phrase_id> =
    x3::lexeme[x3::lit('"') >> bytes(*byte_of<in_phrase>{}) >> x3::lit('"')]
              [make_marked<node_kind::phrase, 1>];

const auto id = byte_of<begins_id>{} >> x3::repeat(0, 63)[byte_of<is_id>{}] >> run_end;
const auto list = an_item<struct list_id> =
    x3::lexeme[x3::lit('#') >> bytes(id)][make_marked<node_kind::list, 0>];
const auto theme = an_item<struct theme_id> =
    x3::lexeme[x3::lit('@') >> bytes(id)][make_marked<node_kind::theme, 0>];

const auto in_brackets = bytes(x3::lit('('))[open] >> (x3::eps > any)[keep] >
                         bytes(x3::lit(')'))[close];
const auto group = x3::rule<struct group_id, node>{name_bracket} = in_brackets;
const auto sentence = an_item<struct sentence_id> =
    (bytes(keyword("SENTENCE")) > group)[make_sentence];

const auto item = an_item<struct item_id> = group | sentence | phrase | theme | list | word;

const auto distance_op = x3::rule<struct distance_id, joiner>{"operator"} =
    x3::lexeme[bytes(x3::lit("NEAR") | x3::lit("BEFORE")) >> x3::lit('/') >>
               bytes(+byte_of<is_digit>{}) >> run_end][make_distance];
const auto and_op = x3::rule<struct and_id, joiner>{"operator"} =
    (keyword("AND") >> x3::matches[keyword("NOT")])[make_and];

const auto near = an_item<struct near_id> = item[keep] >> *(distance_op > item)[join];
const auto conjunction = an_item<struct conjunction_id> = near[keep] >> *(and_op > near)[join];
const auto or_chain = conjunction >> *(keyword("OR") > conjunction);
const auto alternatives = an_item<struct alternatives_id, std::vector<node>> = or_chain;

const auto any_def = alternatives[collect];
BOOST_SPIRIT_DEFINE(any)

}  // namespace

parsed parse_syntax(std::string_view source, goal parsing) {
  memory m{source.data()};
  iterator at = source.data();
  const iterator end = at + source.size();
  parsed result;
  node tree;
  try {
    const auto run = [&](const auto& start) {
      x3::phrase_parse(at, end, x3::with<memory_tag>(std::ref(m))[x3::eps > start > x3::eoi], space,
                       tree);
    };
    if (parsing == goal::rule) {
      run(any);
    } else {
      run(an_item<struct list_word_id> = phrase | word);
    }
    result.rule = std::move(tree);
    result.faults = std::move(m.faults);
  } catch (const x3::expectation_failure<iterator>& failure) {
    stop where;
    where.at = m.offset(failure.where());
    where.what = failure.which() == name_item      ? wanted::item
                 : failure.which() == name_bracket ? wanted::bracket
                                                   : wanted::connective;
    if (!m.open.empty()) where.open = m.open.back();
    where.parsing = parsing;
    result.faults.push_back(explain(source, where));
  } catch (const too_deep&) {
    result.faults.push_back(
        {fmt::format("brackets stand at most {} deep in one another", max_depth),
         {m.open.back(), m.open.back() + 1}});
  }
  return result;
}

}  // namespace heard::query
