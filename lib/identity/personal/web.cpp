#include "identity/personal/detect.hpp"

#include <algorithm>
#include <array>

namespace heard::identity {

namespace {

bool local_part(char c) {
  return in_word(c) || std::string_view(".!#$%&'*+/=?^_{|}~-").find(c) != std::string_view::npos;
}

bool host_part(char c) {
  return in_word(c) || c == '-' || c == '.';
}

// Domains of which a bare "example.com" may stand in a sentence. Two-letter ones that are words
// ("home.In my view") count only after another dot or before a path.
constexpr std::array<std::string_view, 44> plain_domains = {
    "ac",   "ai",   "app",    "au",    "biz",  "blog",   "ca",      "care",  "charity",
    "club", "co",   "com",    "cymru", "de",   "dev",    "edu",     "email", "eu",
    "fr",   "gov",  "health", "ie",    "info", "io",     "london",  "mil",   "mobi",
    "name", "net",  "news",   "nhs",   "nl",   "online", "org",     "pl",    "police",
    "scot", "shop", "site",   "tv",    "uk",   "wales",  "website", "xyz"};

std::string_view last_label(std::string_view host) {
  const std::size_t dot = host.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : host.substr(dot + 1);
}

// Letters, two at least, or a name in other letters written as xn--.
bool top_level(std::string_view label) {
  if (label.substr(0, 4) == "xn--") return label.size() > 4;
  return label.size() >= 2 &&
         std::none_of(label.begin(), label.end(), [](char c) { return digit(c) || c == '-'; });
}

// The end of a host that starts here: labels with single dots between, no mark at its ends.
std::size_t host_end(const view& of, std::size_t at) {
  std::size_t end = at;
  while (end < of.size() && host_part(of.c[end])) {
    if (of.c[end] == '.' && !in_word(of.at(end + 1))) break;
    ++end;
  }
  while (end > at && !in_word(of.c[end - 1])) --end;
  return end;
}

bool good_host(std::string_view host) {
  return host.find("..") == std::string_view::npos && top_level(last_label(host)) &&
         in_word(host.front());
}

std::size_t skip_space(const view& of, std::size_t at) {
  return of.at(at) == ' ' ? at + 1 : at;
}

void found(const view& of, personal_kind kind, grounds why, std::size_t from, std::size_t to,
           candidates& out) {
  out.push_back({kind, why, of.bytes(from, to)});
}

// An @, or (at) or [at] as people write it to be read by people only: where it ends, or 0.
std::size_t at_sign(const view& of, std::size_t i) {
  if (of.c[i] == '@') return i + 1;
  if ((of.c[i] == '(' || of.c[i] == '[') && of.at(i + 1) == 'a' && of.at(i + 2) == 't' &&
      (of.at(i + 3) == ')' || of.at(i + 3) == ']')) {
    return i + 4;
  }
  return 0;
}

void find_email(const view& of, std::size_t i, std::size_t past, candidates& out) {
  std::size_t from = i;
  if (from > 0 && of.c[from - 1] == ' ') --from;
  const std::size_t local_end = from;
  while (from > 0 && local_part(of.c[from - 1])) --from;
  while (from < local_end && !in_word(of.c[from]) && of.c[from] != '_') ++from;
  if (from == local_end) return;
  const std::size_t host = skip_space(of, past);
  const std::size_t to = host_end(of, host);
  if (to == host || !good_host(std::string_view(of.c).substr(host, to - host))) return;
  found(of, personal_kind::email, grounds::rule, from, to, out);
}

// "jim at example dot co dot uk": the names may have no mark of their own.
void find_spelt_email(const view& of, const words& in, std::size_t i, candidates& out) {
  if (in.key(i) != "at" || i == 0 || i + 3 >= in.size() || in.key(i + 2) != "dot") return;
  std::size_t from = i - 1, to = i + 3;
  for (int most = 6; most > 0 && from > 0; --most) {
    if (in.key(from - 1) != "dot" && in.key(from) != "dot") break;
    --from;
  }
  for (int most = 4; most > 0 && in.key(to + 1) == "dot" && to + 2 < in.size(); --most) to += 2;
  if (!top_level(in.key(to))) return;
  found(of, personal_kind::email, grounds::shape, in[from].first, in[to].last, out);
}

// To the end of a path, without the marks of the sentence around it.
std::size_t path_end(const view& of, std::size_t at) {
  std::size_t end = at;
  while (end < of.size() && !blank(of.c[end]) &&
         std::string_view("<>\"\\").find(of.c[end]) == std::string_view::npos) {
    ++end;
  }
  while (end > at &&
         std::string_view(".,;:!?'\")]}\x02").find(of.c[end - 1]) != std::string_view::npos) {
    --end;
  }
  return end;
}

bool path_starts(char c) {
  return c == '/' || c == '?' || c == '#' || c == ':';
}

// A host that begins at `at`; `sure` where a scheme or "www." says that it is one.
std::size_t web_end(const view& of, std::size_t at, bool sure) {
  const std::size_t to = host_end(of, at);
  if (to == at) return 0;
  const std::string_view host = std::string_view(of.c).substr(at, to - at);
  if (!good_host(host)) return 0;
  const std::size_t dots = static_cast<std::size_t>(std::count(host.begin(), host.end(), '.'));
  if (host.substr(0, 4) == "www." && dots < 2) return 0;
  const bool path = of.at(to) == '/' && !blank(of.at(to + 1));
  const bool plain = std::find(plain_domains.begin(), plain_domains.end(), last_label(host)) !=
                     plain_domains.end();
  const bool second = host.find(".co.") != std::string_view::npos;
  if (!sure && !plain && !path && !second) return 0;
  return path_starts(of.at(to)) ? path_end(of, to) : to;
}

bool handle_part(char c) {
  return latin(c) || digit(c) || c == '_' || c == '.' || c == view::letter;
}

void find_handle(const view& of, std::size_t at, grounds why, candidates& out) {
  std::size_t to = at;
  bool letters = false;
  for (; to < of.size() && handle_part(of.c[to]); ++to) letters = letters || !digit(of.c[to]);
  while (to > at && of.c[to - 1] == '.') --to;
  if (letters && to - at >= 2 && of.at(to) != '@') {
    const std::size_t from = at > 0 && of.c[at - 1] == '@' ? at - 1 : at;
    found(of, personal_kind::social_handle, why, from, to, out);
  }
}

// "insta: tom_obi", "my twitter is ...".
void find_said_handle(const view& of, const words& in, std::size_t i, candidates& out) {
  constexpr std::array<std::string_view, 11> sites = {
      "facebook", "fb",       "insta",  "instagram", "linkedin", "snap",
      "snapchat", "telegram", "tiktok", "twitter",   "youtube"};
  if (std::find(sites.begin(), sites.end(), in.key(i)) == sites.end()) return;
  std::size_t at = in[i].last;
  bool said = false;
  for (std::size_t j = i + 1; j < in.size() && j <= i + 3; ++j) {
    const std::string_view key = in.key(j);
    if (key != "handle" && key != "name" && key != "username" && key != "is" && key != "account") {
      break;
    }
    said = said || key == "is" || key == "handle" || key == "username";
    at = in[j].last;
  }
  std::size_t to = at;
  while (to < of.size() && to < at + 3 && (of.c[to] == ' ' || of.c[to] == ':')) ++to;
  said = said || (to > at && of.c.substr(at, to - at).find(':') != std::string::npos);
  if (!said || to == at || of.at(to) == '@') return;
  const std::size_t word = in.at_or_after(to);
  if (word < in.size() && grammar_word(in.key(word))) return;
  find_handle(of, to, grounds::context, out);
}

}  // namespace

void find_web(const view& of, const words& in, candidates& out) {
  std::size_t web = 0;  // end of the last web address: its path may look like others
  for (std::size_t i = 0; i < of.size(); ++i) {
    if (const std::size_t past = at_sign(of, i); past != 0) {
      find_email(of, i, past, out);
      const bool starts = !in_word(of.before(i)) && of.before(i) != '.';
      if (of.c[i] == '@' && starts) find_handle(of, i + 1, grounds::shape, out);
    }
    const bool scheme = of.c.compare(i, 3, "://") == 0;
    if (scheme) {
      std::size_t from = i;
      while (from > 0 && i - from < 10 && latin(of.c[from - 1])) --from;
      const std::size_t to = i < web ? 0 : web_end(of, i + 3, true);
      if (from < i && to != 0) {
        found(of, personal_kind::web_address, grounds::rule, from, to, out);
        web = to;
      }
    }
    // Where a host begins; looked at once, from its first letter.
    if (i >= web && in_word(of.c[i]) && !host_part(of.before(i)) && of.before(i) != '@' &&
        of.before(i) != '/') {
      const bool www = of.c.compare(i, 4, "www.") == 0;
      if (const std::size_t to = web_end(of, i, www); to != 0) {
        web = to;
        const grounds why = www ? grounds::rule : grounds::shape;
        found(of, personal_kind::web_address, why, i, to, out);
      }
    }
  }
  for (std::size_t i = 0; i < in.size(); ++i) {
    find_spelt_email(of, in, i, out);
    find_said_handle(of, in, i, out);
  }
}

}  // namespace heard::identity
